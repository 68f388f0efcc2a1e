package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Traces leave a cluster's services by the component that turns them on, and only by that. */
class TracesTest {

    @ParameterizedTest
    @EnumSource
    void noOverlayTracesByItself(Overlay overlay) {
        for (var service : Overlay.SERVICES) {
            assertThat(overlay.variables(service)).noneMatch(name -> name.startsWith("NATTER_TRACES"));
        }
    }

    @Test
    void servicesWithACollectorAddressMayConnectToIt() throws IOException {
        var manifests = withTraces();
        for (var service : Overlay.SERVICES) {
            var from = Overlay.containerOf(manifests.pods().get(service))
                    .getEnvFrom()
                    .get(0);
            var address = URI.create(
                    manifests.configuration(from.getConfigMapRef().getName()).get("NATTER_TRACES_URL"));
            var namespace = address.getHost().replaceFirst("[^.]+\\.", "");

            assertThat(manifests.all(NetworkPolicy.class))
                    .filteredOn(policy -> policy.getMetadata().getName().equals("to-collector"))
                    .singleElement()
                    .satisfies(policy -> {
                        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Egress");
                        assertThat(policy.getSpec().getPodSelector().getMatchExpressions())
                                .singleElement()
                                .satisfies(pods -> assertThat(pods.getValues()).contains(service));
                        assertThat(policy.getSpec().getEgress()).singleElement().satisfies(rule -> {
                            assertThat(rule.getPorts())
                                    .singleElement()
                                    .satisfies(port -> assertThat(port.getPort().getIntVal())
                                            .isEqualTo(address.getPort()));
                            assertThat(rule.getTo())
                                    .singleElement()
                                    .satisfies(to -> assertThat(
                                                    to.getNamespaceSelector().getMatchLabels())
                                            .containsEntry("kubernetes.io/metadata.name", namespace));
                        });
                    });
        }
    }

    private static Manifests withTraces() throws IOException {
        var folder = Files.createTempDirectory(
                Files.createDirectories(Repository.ROOT.resolve("deploy/manifests/target/combinations")), "traces");
        Files.writeString(folder.resolve("kustomization.yaml"), """
                resources: [../../../../../k8s/base]
                components:
                  - ../../../../../k8s/components/network-policies
                  - ../../../../../k8s/components/traces
                """);
        return Manifests.build(Repository.ROOT.relativize(folder).toString());
    }
}
