package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every pod of ours, wherever it runs. */
class PodPolicyTest {
    /** The contract: gone 20 s after it was asked to stop. */
    private static final long STOP_SECONDS = 20;

    @ParameterizedTest
    @EnumSource
    void noPodMayDoMoreThanItsWork(Overlay overlay) {
        overlay.manifests().pods().forEach((name, pod) -> {
            var context = pod.getSpec().getSecurityContext();
            assertThat(context.getRunAsNonRoot()).as(name).isTrue();
            assertThat(context.getRunAsUser()).as(name).isGreaterThan(0);
            assertThat(context.getSeccompProfile().getType()).as(name).isEqualTo("RuntimeDefault");
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).as(name).isFalse();
            var container = Overlay.containerOf(pod).getSecurityContext();
            assertThat(container.getAllowPrivilegeEscalation()).as(name).isFalse();
            assertThat(container.getCapabilities().getDrop()).as(name).containsExactly("ALL");
            assertThat(container.getCapabilities().getAdd()).as(name).isEmpty();
            assertThat(pod.getSpec().getContainers()).as(name).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void oursWriteNowhereButInTmp(Overlay overlay) {
        ours(overlay).forEach((name, pod) -> {
            var container = Overlay.containerOf(pod);
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .as(name)
                    .isTrue();
            assertThat(container.getVolumeMounts())
                    .as(name)
                    .singleElement()
                    .satisfies(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"));
            assertThat(pod.getSpec().getServiceAccountName()).isEqualTo(name);
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerAsksForWhatItNeedsAndIsHeldToABound(Overlay overlay) {
        overlay.manifests().pods().forEach((name, pod) -> {
            var resources = Overlay.containerOf(pod).getResources();
            assertThat(resources.getRequests()).as(name).containsKeys("cpu", "memory");
            assertThat(resources.getLimits()).as(name).containsKeys("cpu", "memory");
            assertThat(resources.getLimits().get("memory").getNumericalAmount())
                    .as(name)
                    .isGreaterThanOrEqualTo(
                            resources.getRequests().get("memory").getNumericalAmount());
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyImageIsOneThatStaysWhatItIs(Overlay overlay) {
        overlay.manifests()
                .pods()
                .forEach((name, pod) -> assertThat(Overlay.containerOf(pod).getImage())
                        .as(name)
                        .matches(".+(:[\\w.-]+|@sha256:[0-9a-f]{64})")
                        .doesNotEndWith(":latest"));
    }

    @ParameterizedTest
    @EnumSource
    void servicesAreProbedWhereTheContractSays(Overlay overlay) {
        for (var service : Overlay.SERVICES) {
            var container = container(overlay, service);
            assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
            // One neighbour away must not take every replica out of its Service.
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
        }
        overlay.manifests()
                .pods()
                .forEach((name, pod) -> assertThat(Overlay.containerOf(pod).getReadinessProbe())
                        .as(name)
                        .isNotNull());
    }

    /** Liveness that asks a neighbour would restart every replica while that neighbour is away. */
    @ParameterizedTest
    @EnumSource
    void everyPodIsRestartedForItsOwnFaultsAlone(Overlay overlay) {
        overlay.manifests().pods().forEach((name, pod) -> {
            var probe = Overlay.containerOf(pod).getLivenessProbe();
            assertThat(probe).as(name).isNotNull();
            if (Overlay.isOurs(pod)) {
                assertThat(probe.getHttpGet().getHost()).as(name).isNull();
                assertThat(probe.getHttpGet().getPath()).as(name).isIn("/q/health/live", "/health");
            } else {
                assertThat(probe.getTcpSocket()).as(name).isNotNull();
                assertThat(probe.getTcpSocket().getHost()).as(name).isNull();
            }
            // Half a minute at the least: a pause of the machine is no fault.
            assertThat(probe.getPeriodSeconds() * failures(probe)).as(name).isGreaterThanOrEqualTo(30);
        });
    }

    private static int failures(Probe probe) {
        return probe.getFailureThreshold() == null ? 3 : probe.getFailureThreshold();
    }

    @ParameterizedTest
    @EnumSource
    void everyPodGoesBeforeBatchJobs(Overlay overlay) {
        var manifests = overlay.manifests();
        var classes = manifests.pods().values().stream()
                .map(pod -> pod.getSpec().getPriorityClassName())
                .collect(Collectors.toSet());

        assertThat(classes).hasSize(1).doesNotContainNull();
        for (var made : manifests.all(Extensions.PriorityClass.class)) {
            assertThat(classes).containsExactly(made.metadata().getName());
            assertThat(made.value()).isBetween(1, 1_000_000);
        }
    }

    /** Configuration is in the name of its map or in a checksum; secrets are what Reloader watches. */
    @ParameterizedTest
    @EnumSource
    void podsAreReplacedWhenTheirSecretOrConfigurationChanges(Overlay overlay) {
        for (var deployment : overlay.manifests().all(Deployment.class)) {
            var pod = deployment.getSpec().getTemplate();
            for (var from : Overlay.containerOf(pod).getEnvFrom()) {
                if (from.getSecretRef() != null) {
                    assertThat(deployment.getMetadata().getAnnotations())
                            .containsEntry(
                                    "secret.reloader.stakater.com/reload",
                                    from.getSecretRef().getName());
                } else if (!from.getConfigMapRef().getName().matches(".+-config-[a-z0-9]{10}")) {
                    assertThat(pod.getMetadata().getAnnotations()).containsKey("checksum/config");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoppedReplicaHasTimeToCloseItsConnections(Overlay overlay) {
        ours(overlay).forEach((name, pod) -> {
            var pause = Overlay.containerOf(pod)
                    .getLifecycle()
                    .getPreStop()
                    .getSleep()
                    .getSeconds();
            assertThat(pod.getSpec().getTerminationGracePeriodSeconds())
                    .as(name)
                    .isGreaterThan(pause + STOP_SECONDS);
        });
    }

    /** The controller and the target group need about 30 s to notice that a pod terminates. */
    @Test
    void behindAnAlbTheWebAppGoesOnUntilTheLoadBalancerHasDrained() {
        var web = Overlay.EKS.manifests().pods().get("web");

        assertThat(Overlay.containerOf(web)
                        .getLifecycle()
                        .getPreStop()
                        .getSleep()
                        .getSeconds())
                .isGreaterThanOrEqualTo(30);
        assertThat(web.getSpec().getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(60);
    }

    /** Otherwise nginx closes a connection that the load balancer is about to reuse (502). */
    @Test
    void nginxKeepsIdleConnectionsLongerThanTheLoadBalancer() {
        var nginx = Pattern.compile("\\n  keepalive_timeout (\\d+)s;")
                .matcher(Repository.read("frontend/nginx/nginx.conf"));
        var balancer = Pattern.compile("idle_timeout\\.timeout_seconds=(\\d+)")
                .matcher(Repository.read("k8s/components/ingress-alb/ingress.yaml"));

        assertThat(nginx.find() && balancer.find()).isTrue();
        assertThat(Integer.parseInt(nginx.group(1))).isGreaterThan(Integer.parseInt(balancer.group(1)));
    }

    @ParameterizedTest
    @EnumSource
    void replicasAreSpreadAndReplacedOneByOne(Overlay overlay) {
        for (var deployment : overlay.manifests().all(Deployment.class)) {
            var strategy = deployment.getSpec().getStrategy().getRollingUpdate();
            assertThat(strategy.getMaxUnavailable().getIntVal()).isZero();
            assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                    .extracting(it -> it.getTopologyKey())
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
            for (var spread : deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints()) {
                // Replicas of one service and one version are counted together, and no others.
                assertThat(labels)
                        .containsAllEntriesOf(spread.getLabelSelector().getMatchLabels());
                assertThat(spread.getMatchLabelKeys()).containsExactly("app.kubernetes.io/name", "pod-template-hash");
                assertThat(labels).containsKey("app.kubernetes.io/name");
                assertThat(spread.getMaxSkew()).isEqualTo(1);
                // One node is enough to run on.
                assertThat(spread.getWhenUnsatisfiable()).isEqualTo("ScheduleAnyway");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsScaledHasNoNumberOfItsOwn(Overlay overlay) {
        var manifests = overlay.manifests();
        var scaled = new HashSet<String>();
        manifests
                .all(HorizontalPodAutoscaler.class)
                .forEach(it -> scaled.add(it.getSpec().getScaleTargetRef().getName()));
        manifests
                .all(Extensions.ScaledObject.class)
                .forEach(it -> scaled.add(it.spec().scaleTargetRef().name()));
        for (var deployment : manifests.all(Deployment.class)) {
            var replicas = deployment.getSpec().getReplicas();
            if (scaled.contains(deployment.getMetadata().getName())) {
                assertThat(replicas).isNull();
            } else {
                assertThat(replicas).isGreaterThanOrEqualTo(2);
            }
        }
        assertThat(manifests.pods().keySet()).containsAll(scaled);
    }

    private static Container container(Overlay overlay, String service) {
        return Overlay.containerOf(overlay.manifests().pods().get(service));
    }

    private static Map<String, PodTemplateSpec> ours(Overlay overlay) {
        var pods = new LinkedHashMap<>(overlay.manifests().pods());
        pods.values().removeIf(pod -> !Overlay.isOurs(pod));
        assertThat(pods).containsOnlyKeys("user", "chat", "mail", "web");
        return pods;
    }
}
