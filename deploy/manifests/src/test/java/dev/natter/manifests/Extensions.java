package dev.natter.manifests;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/** What we use of resources that operators add to Kubernetes, field by field: what is not here is refused. */
final class Extensions {
    private Extensions() {}

    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, ScaledObjectSpec spec) {}

    record ScaledObjectSpec(
            Name scaleTargetRef,
            int minReplicaCount,
            int maxReplicaCount,
            int pollingInterval,
            Fallback fallback,
            Map<String, Object> advanced,
            List<Trigger> triggers) {}

    record Name(String name) {}

    record Fallback(int failureThreshold, int replicas) {}

    record Trigger(String type, Map<String, String> metadata, Name authenticationRef) {}

    record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, TriggerAuthenticationSpec spec) {}

    record TriggerAuthenticationSpec(List<SecretTarget> secretTargetRef) {}

    record SecretTarget(String parameter, String name, String key) {}

    record ExternalSecret(String apiVersion, String kind, ObjectMeta metadata, ExternalSecretSpec spec) {}

    record ExternalSecretSpec(String refreshInterval, StoreRef secretStoreRef, Target target, List<Entry> data) {}

    record StoreRef(String kind, String name) {}

    record Target(String name, String deletionPolicy) {}

    record Entry(String secretKey, RemoteRef remoteRef) {}

    record RemoteRef(String key, String property) {}

    record SecretStore(String apiVersion, String kind, ObjectMeta metadata, SecretStoreSpec spec) {}

    record SecretStoreSpec(Provider provider) {}

    record Provider(Aws aws) {}

    record Aws(String service, String prefix, String region) {}

    record PriorityClass(String apiVersion, String kind, ObjectMeta metadata, int value, String description) {}

    record HttpRoute(String apiVersion, String kind, ObjectMeta metadata, HttpRouteSpec spec) {}

    record HttpRouteSpec(List<ParentRef> parentRefs, List<String> hostnames, List<RouteRule> rules) {}

    record ParentRef(String name, String namespace, String sectionName) {}

    record RouteRule(List<RouteMatch> matches, List<BackendRef> backendRefs) {}

    record RouteMatch(PathMatch path) {}

    record PathMatch(String type, String value) {}

    record BackendRef(String name, int port) {}

    record Application(String apiVersion, String kind, ObjectMeta metadata, ApplicationSpec spec) {}

    record ApplicationSpec(String project, Source source, Destination destination, SyncPolicy syncPolicy) {}

    record Source(String repoURL, String targetRevision, String path, Helm helm) {}

    record Helm(String releaseName, List<String> valueFiles) {}

    record Destination(String server, String namespace) {}

    record SyncPolicy(Automated automated, List<String> syncOptions) {}

    record Automated(boolean prune, boolean selfHeal) {}
}
