package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is put together of base and components is something that Kubernetes understands. */
class CombinationsTest {

    @TestFactory
    Stream<DynamicTest> everythingThatStandsInTheRepositoryBuilds() {
        return Stream.of("k8s/base", "k8s/overlays/local", "k8s/overlays/eks")
                .map(folder -> DynamicTest.dynamicTest(
                        folder,
                        () -> assertThat(Manifests.build(folder).pods()).containsKeys("user", "chat", "mail", "web")));
    }

    @TestFactory
    Stream<DynamicTest> soDoesEveryPairOfComponentsAndAllOfThem() {
        var components = components();
        var sets = new ArrayList<List<String>>();
        for (var one = 0; one < components.size(); one++) {
            for (var other = one; other < components.size(); other++) {
                sets.add(
                        components.subList(one, one + 1).equals(components.subList(other, other + 1))
                                ? List.of(components.get(one))
                                : List.of(components.get(one), components.get(other)));
            }
        }
        sets.add(components);
        return sets.stream().map(set -> DynamicTest.dynamicTest(String.join(" + ", set), () -> builds(set)));
    }

    @Test
    void theReaderRefusesWhatKubernetesDoesNotKnow() {
        assertThatThrownBy(() -> Manifests.parse("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: user}
                        spec:
                          template:
                            spec:
                              containers:
                                - name: user
                                  redinessProbe: {}
                        """)).hasMessageContaining("redinessProbe");
    }

    private static void builds(List<String> components) throws IOException {
        var folder = Files.createTempDirectory(
                Files.createDirectories(Repository.ROOT.resolve("deploy/manifests/target/combinations")), "set");
        var text = new StringBuilder("resources: [../../../../../k8s/base]\ncomponents:\n");
        components.forEach(name ->
                text.append("  - ../../../../../k8s/components/").append(name).append('\n'));
        Files.writeString(folder.resolve("kustomization.yaml"), text);

        var manifests = Manifests.build(Repository.ROOT.relativize(folder).toString());

        assertThat(manifests.names()).contains("Deployment/chat", "Service/web");
    }

    private static List<String> components() {
        return Repository.files("k8s/components", "kustomization.yaml").stream()
                .map(Path::getParent)
                .map(folder -> folder.getFileName().toString())
                .toList();
    }
}
