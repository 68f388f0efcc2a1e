package dev.natter.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** k8s/chart, as helm renders it. */
final class Chart {
    static final String FOLDER = "k8s/chart";

    private Chart() {}

    static Tool helm() {
        return Tool.firstOf("to render k8s/chart (deploy/go-tool makes it)", List.of(List.of("helm", "version")));
    }

    /** With the values of these examples, the later over the earlier. */
    static Manifests render(String... examples) {
        return Manifests.parse(template(Stream.of(examples)
                        .map(it -> "--values=" + FOLDER + "/examples/" + it + ".yaml")
                        .toList())
                .orThrow());
    }

    static Tool.Answer template(List<String> options) {
        var arguments =
                new ArrayList<>(List.of("template", "natter", FOLDER, "--namespace=natter", "--kube-version=1.33"));
        arguments.addAll(options);
        return helm().run(Repository.ROOT, Map.of(), arguments.toArray(String[]::new));
    }
}
