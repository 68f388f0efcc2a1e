package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may talk to whom, and that every selector selects. */
class TrafficPolicyTest {

    @ParameterizedTest
    @EnumSource
    void deniesAllTrafficByDefault(Overlay overlay) {
        assertThat(overlay.manifests().all(NetworkPolicy.class)).anySatisfy(policy -> {
            assertThat(policy.getSpec().getPodSelector()).isEqualTo(new LabelSelector());
            assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress()).isEmpty();
            assertThat(policy.getSpec().getEgress()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidNamesWhoAndWhichPort(Overlay overlay) {
        for (var policy : overlay.manifests().all(NetworkPolicy.class)) {
            var name = policy.getMetadata().getName();
            policy.getSpec().getEgress().forEach(rule -> {
                assertThat(rule.getPorts()).as(name).isNotEmpty();
                // Browsers choose their push services, on any public address.
                assertThat(rule.getTo()).as(name).isNotEmpty().allSatisfy(peer -> {
                    if (name.equals("mail-to-push-services")) {
                        isPublic(peer);
                    } else {
                        isNamed(peer);
                    }
                });
            });
            policy.getSpec().getIngress().forEach(rule -> {
                assertThat(rule.getPorts()).as(name).isNotEmpty();
                assertThat(rule.getFrom()).as(name).isNotEmpty().allSatisfy(TrafficPolicyTest::isNamed);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySelectorSelectsSomething(Overlay overlay) {
        var manifests = overlay.manifests();
        manifests
                .all(Service.class)
                .forEach(it -> assertThat(selected(manifests, it.getSpec().getSelector()))
                        .isTrue());
        manifests
                .all(PodDisruptionBudget.class)
                .forEach(it -> assertThat(
                                selected(manifests, it.getSpec().getSelector().getMatchLabels()))
                        .isTrue());
        manifests
                .all(ServiceMonitor.class)
                .forEach(it -> assertThat(manifests.all(Service.class))
                        .anySatisfy(service -> assertThat(service.getMetadata().getLabels())
                                .containsAllEntriesOf(it.getSpec().getSelector().getMatchLabels())));
        for (var policy : manifests.all(NetworkPolicy.class)) {
            var labels = policy.getSpec().getPodSelector().getMatchLabels();
            assertThat(labels.isEmpty() || selected(manifests, labels))
                    .as(policy.getMetadata().getName())
                    .isTrue();
            policy.getSpec()
                    .getPodSelector()
                    .getMatchExpressions()
                    .forEach(expression -> assertThat(manifests.pods().keySet()).containsAll(expression.getValues()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePublicReachesTheWebAppAndNothingElse(Overlay overlay) {
        assertThat(overlay.manifests().all(Service.class))
                .allSatisfy(service -> assertThat(service.getSpec().getType()).isIn(null, "ClusterIP"));
        for (var ingress : overlay.manifests().all(Ingress.class)) {
            assertThat(ingress.getSpec().getRules())
                    .flatExtracting(rule -> rule.getHttp().getPaths())
                    .allSatisfy(path ->
                            assertThat(path.getBackend().getService().getName()).isEqualTo("web"));
        }
        for (var route : overlay.manifests().all(Extensions.HttpRoute.class)) {
            assertThat(route.spec().rules())
                    .flatExtracting(Extensions.RouteRule::backendRefs)
                    .containsExactly(new Extensions.BackendRef("web", 8080));
        }
    }

    private static void isPublic(NetworkPolicyPeer peer) {
        var block = peer.getIpBlock();
        assertThat(block.getCidr()).isIn("0.0.0.0/0", "2000::/3");
        if (block.getCidr().startsWith("0.")) {
            assertThat(block.getExcept())
                    .contains("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10");
        }
    }

    private static void isNamed(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            var bits = Integer.parseInt(peer.getIpBlock().getCidr().replaceFirst(".*/", ""));
            assertThat(bits).as(peer.getIpBlock().getCidr()).isGreaterThanOrEqualTo(16);
            return;
        }
        var selectors = Stream.of(peer.getPodSelector(), peer.getNamespaceSelector())
                .filter(Objects::nonNull)
                .toList();
        assertThat(selectors)
                .isNotEmpty()
                .allSatisfy(selector -> assertThat(List.of(
                                selector.getMatchLabels().isEmpty(),
                                selector.getMatchExpressions().isEmpty()))
                        .contains(false));
    }

    private static boolean selected(Manifests manifests, Map<String, String> labels) {
        return manifests.pods().values().stream()
                .anyMatch(pod -> pod.getMetadata().getLabels().entrySet().containsAll(labels.entrySet()));
    }
}
