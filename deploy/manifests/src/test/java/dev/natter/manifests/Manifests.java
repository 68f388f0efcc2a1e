package dev.natter.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What kubectl made of a folder, read strictly: an unknown kind, version or field is an error, as is a value of a wrong type. */
final class Manifests {
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Secret", Secret.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            Map.entry("keda.sh/v1alpha1/ScaledObject", Extensions.ScaledObject.class),
            Map.entry("keda.sh/v1alpha1/TriggerAuthentication", Extensions.TriggerAuthentication.class),
            Map.entry("scheduling.k8s.io/v1/PriorityClass", Extensions.PriorityClass.class),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", Extensions.HttpRoute.class),
            Map.entry("argoproj.io/v1alpha1/Application", Extensions.Application.class),
            Map.entry("external-secrets.io/v1/ExternalSecret", Extensions.ExternalSecret.class),
            Map.entry("external-secrets.io/v1/SecretStore", Extensions.SecretStore.class));

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build());

    /** The models collect what they do not know instead of refusing it; without that they refuse. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return Boolean.FALSE;
                }
            });

    private final Map<String, Object> resources = new LinkedHashMap<>();

    private Manifests() {}

    /**
     * Builds a folder below k8s/.
     *
     * @throws AssertionError if kubectl or the strict reader refuses it
     */
    static Manifests build(String folder) {
        var answer = Tool.kubectl().run(Repository.ROOT, Map.of(), "kustomize", folder);
        return parse(answer.orThrow());
    }

    static Manifests parse(String yaml) {
        var manifests = new Manifests();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (documents.hasNext()) {
                manifests.add(documents.next());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return manifests;
    }

    private void add(JsonNode document) {
        if (document == null || document.isNull()) {
            return;
        }
        var type = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        var name = document.path("kind").asText() + "/"
                + document.path("metadata").path("name").asText();
        var model = KINDS.get(type);
        if (model == null) {
            throw new AssertionError("no such kind: " + type);
        }
        try {
            if (resources.put(name, STRICT.treeToValue(document, model)) != null) {
                throw new AssertionError("twice: " + name);
            }
        } catch (JsonProcessingException failure) {
            throw new AssertionError(name + ": " + failure.getOriginalMessage(), failure);
        }
    }

    <T> List<T> all(Class<T> model) {
        return resources.values().stream()
                .filter(model::isInstance)
                .map(model::cast)
                .toList();
    }

    boolean has(String kind, String name) {
        return resources.containsKey(kind + "/" + name);
    }

    /** A kind of pod that something here starts, under the name of what starts it. */
    Map<String, PodTemplateSpec> pods() {
        var pods = new LinkedHashMap<String, PodTemplateSpec>();
        all(Deployment.class)
                .forEach(it -> pods.put(it.getMetadata().getName(), it.getSpec().getTemplate()));
        all(StatefulSet.class)
                .forEach(it -> pods.put(it.getMetadata().getName(), it.getSpec().getTemplate()));
        return pods;
    }

    Map<String, String> configuration(String name) {
        return all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no ConfigMap " + name))
                .getData();
    }

    /** Names of the secrets that are made here, with the keys each has. */
    Map<String, List<String>> secretKeys() {
        var keys = new LinkedHashMap<String, List<String>>();
        all(Secret.class)
                .forEach(it -> keys.put(
                        it.getMetadata().getName(),
                        List.copyOf(it.getStringData().keySet())));
        all(Extensions.ExternalSecret.class)
                .forEach(it -> keys.put(
                        it.spec().target().name(),
                        it.spec().data().stream()
                                .map(Extensions.Entry::secretKey)
                                .toList()));
        return keys;
    }

    List<String> names() {
        return new ArrayList<>(resources.keySet());
    }
}
