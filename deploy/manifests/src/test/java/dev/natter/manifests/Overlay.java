package dev.natter.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What an operator applies: the manifests of an overlay, and the secrets that are made for it. */
enum Overlay {
    LOCAL("k8s/overlays/local") {
        @Override
        Map<String, List<String>> secretKeys() {
            return Manifests.parse(Tool.bash()
                            .run(Repository.ROOT, Map.of(), "k8s/overlays/local/secrets")
                            .orThrow())
                    .secretKeys();
        }
    },
    EKS("k8s/overlays/eks") {
        @Override
        Map<String, List<String>> secretKeys() {
            return manifests().secretKeys();
        }
    },
    CHART("k8s/chart/examples/any-cluster.yaml") {
        @Override
        Manifests build() {
            return Chart.render("any-cluster");
        }

        /** As external secrets make them, which the guide tells to make by hand. */
        @Override
        Map<String, List<String>> secretKeys() {
            return EKS.secretKeys();
        }
    },
    CHART_WITH_EVERYTHING("k8s/chart/examples/everything.yaml") {
        @Override
        Manifests build() {
            return Chart.render("any-cluster", "everything");
        }

        @Override
        Map<String, List<String>> secretKeys() {
            return manifests().secretKeys();
        }
    };

    static final List<String> SERVICES = List.of("user", "chat", "mail");

    private static final Map<Overlay, Manifests> BUILT = new ConcurrentHashMap<>();

    private final String folder;

    Overlay(String folder) {
        this.folder = folder;
    }

    /** Built once, at the first use. */
    Manifests manifests() {
        return BUILT.computeIfAbsent(this, Overlay::build);
    }

    Manifests build() {
        return Manifests.build(folder);
    }

    abstract Map<String, List<String>> secretKeys();

    static Container containerOf(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().get(0);
    }

    static boolean isOurs(PodTemplateSpec pod) {
        return !pod.getMetadata().getLabels().containsKey("app.kubernetes.io/component");
    }

    /** The names of the variables that a service gets, from config maps and secrets. */
    Set<String> variables(String service) {
        var names = new LinkedHashSet<String>();
        var secrets = secretKeys();
        for (var from : containerOf(manifests().pods().get(service)).getEnvFrom()) {
            if (from.getConfigMapRef() != null) {
                names.addAll(manifests()
                        .configuration(from.getConfigMapRef().getName())
                        .keySet());
            } else {
                names.addAll(secrets.getOrDefault(from.getSecretRef().getName(), List.of()));
            }
        }
        return names;
    }
}
