package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Helm chart and kustomize say the same; the policies of both are in the other tests (Overlay). */
class ChartTest {
    @TempDir
    Path folder;

    @Test
    void theChartHoldsBaseAsItIsNow() throws IOException {
        Tool.kubectl();
        var made = folder.resolve("base.yaml");

        Tool.bash()
                .run(Repository.ROOT, Map.of(), Chart.FOLDER + "/sync", made.toString())
                .orThrow();

        assertThat(Repository.read(Chart.FOLDER + "/files/base.yaml"))
                .as("run k8s/chart/sync")
                .isEqualTo(Files.readString(made));
    }

    @Test
    void helmLintHasNothingToSay() {
        var answer = Chart.helm()
                .run(
                        Repository.ROOT,
                        Map.of(),
                        "lint",
                        "--strict",
                        "--kube-version=1.33",
                        "--values=" + Chart.FOLDER + "/examples/any-cluster.yaml",
                        Chart.FOLDER);

        assertThat(answer.code()).as(answer.output()).isZero();
    }

    /** Except for images, names of config maps, annotations, and the class of which a cluster has one. */
    @Test
    void aPodOfTheChartIsAPodOfBase() {
        var base = Manifests.build("k8s/base").pods();
        var chart = Overlay.CHART.manifests().pods();

        assertThat(chart.keySet()).isEqualTo(base.keySet());
        base.forEach((name, pod) -> assertThat(comparable(chart.get(name)))
                .as(name)
                .usingRecursiveComparison()
                .isEqualTo(comparable(pod)));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Service.class,
                HorizontalPodAutoscaler.class,
                PodDisruptionBudget.class,
                ServiceMonitor.class,
                PrometheusRule.class,
                Extensions.ScaledObject.class,
                Extensions.TriggerAuthentication.class,
            })
    void whatOperatorsGetIsTheSameFromBoth(Class<?> kind) {
        var eks = specs(Overlay.EKS.manifests(), kind);

        assertThat(eks).isNotEmpty();
        assertThat(specs(Overlay.CHART_WITH_EVERYTHING.manifests(), kind)).isEqualTo(eks);
    }

    @Test
    void theChartsTrafficIsThatOfTheComponentAndWhatItsValuesAdd() {
        var component = specs(Overlay.EKS.manifests(), NetworkPolicy.class);
        component.keySet().removeAll(List.of("load-balancer-to-web", "to-data", "to-s3", "mail-to-data"));

        assertThat(specs(Overlay.CHART.manifests(), NetworkPolicy.class)).containsAllEntriesOf(component);
    }

    @Test
    void theDeploymentsAreReplacedAsInBase() {
        var base = Manifests.build("k8s/base").all(Deployment.class);

        assertThat(Overlay.CHART.manifests().all(Deployment.class))
                .usingRecursiveFieldByFieldElementComparatorOnFields(
                        "spec.strategy", "spec.replicas", "spec.selector", "spec.minReadySeconds")
                .containsExactlyInAnyOrderElementsOf(base);
    }

    @Test
    void aPodThatDrainsLongerMayStopLater() {
        var web = Overlay.CHART_WITH_EVERYTHING.manifests().pods().get("web").getSpec();

        assertThat(web.getContainers()
                        .get(0)
                        .getLifecycle()
                        .getPreStop()
                        .getSleep()
                        .getSeconds())
                .isEqualTo(30);
        assertThat(web.getTerminationGracePeriodSeconds()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"publicOrigin", "imagesOrigin", "rabbitmq.host"})
    void whatIsMissingIsNamed(String value) {
        var answer = Chart.template(
                List.of("--values=" + Chart.FOLDER + "/examples/any-cluster.yaml", "--set=" + value + "="));

        assertThat(answer.code()).isNotZero();
        assertThat(answer.errors()).contains(value + " is missing");
    }

    @Test
    void aMisspeltValueIsRefused() {
        var answer = Chart.template(
                List.of("--values=" + Chart.FOLDER + "/examples/any-cluster.yaml", "--set=ingres.enabled=true"));

        assertThat(answer.code()).isNotZero();
        assertThat(answer.errors()).contains("ingres");
    }

    @Test
    void theExampleForArgoCdNamesTheChartAndValuesThatAreThere() {
        var application = Manifests.parse(Repository.read("k8s/argocd/application.yaml"))
                .all(Extensions.Application.class)
                .get(0);
        var source = application.spec().source();

        assertThat(Repository.ROOT.resolve(source.path()).resolve("Chart.yaml")).exists();
        assertThat(source.helm().valueFiles())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(
                                Repository.ROOT.resolve(source.path()).resolve(file))
                        .exists());
        assertThat(application.spec().destination().namespace()).isEqualTo("natter");
    }

    private static Map<String, Object> specs(Manifests manifests, Class<?> kind) {
        return manifests.all(kind).stream().collect(Collectors.toMap(ChartTest::name, ChartTest::spec));
    }

    private static String name(Object resource) {
        if (resource instanceof HasMetadata known) {
            return known.getMetadata().getName();
        }
        return resource instanceof Extensions.ScaledObject scaled
                ? scaled.metadata().getName()
                : ((Extensions.TriggerAuthentication) resource).metadata().getName();
    }

    private static Object spec(Object resource) {
        try {
            var method = resource instanceof HasMetadata ? "getSpec" : "spec";
            return resource.getClass().getMethod(method).invoke(resource);
        } catch (ReflectiveOperationException none) {
            throw new AssertionError(none);
        }
    }

    private static PodTemplateSpec comparable(PodTemplateSpec pod) {
        var copy = pod.toBuilder()
                .editMetadata()
                .withAnnotations(Map.of())
                .endMetadata()
                .build();
        var container = Overlay.containerOf(copy);
        container.setImage("");
        for (var from : container.getEnvFrom()) {
            if (from.getConfigMapRef() != null) {
                from.getConfigMapRef().setName(from.getConfigMapRef().getName().replaceFirst("-config-.*", "-config"));
            }
        }
        return copy;
    }
}
