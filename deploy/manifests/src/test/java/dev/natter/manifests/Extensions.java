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
}
