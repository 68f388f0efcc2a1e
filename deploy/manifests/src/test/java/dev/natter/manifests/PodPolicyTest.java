package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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

    @ParameterizedTest
    @EnumSource
    void whoeverIsStoppedHasTheTimeToSayGoodbye(Overlay overlay) {
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
