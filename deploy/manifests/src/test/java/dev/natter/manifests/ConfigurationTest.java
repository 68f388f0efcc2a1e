package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every service gets what it asks for, nothing it does not know, and its secrets from nowhere in the repository. */
class ConfigurationTest {

    @TestFactory
    Stream<DynamicTest> aServiceGetsAllRequiredVariablesAndNoUnknownOnes() {
        return Stream.of(Overlay.values())
                .flatMap(overlay -> Overlay.SERVICES.stream()
                        .map(service -> DynamicTest.dynamicTest(overlay + " " + service, () -> {
                            var variables = Variables.of(service);
                            assertThat(variables.required()).isNotEmpty();
                            assertThat(overlay.variables(service))
                                    .containsAll(variables.required())
                                    .isSubsetOf(variables.known());
                        })));
    }

    @ParameterizedTest
    @EnumSource
    void noSecretStandsInTheManifests(Overlay overlay) {
        assertThat(overlay.manifests().all(Secret.class)).isEmpty();
        for (var map : overlay.manifests().all(ConfigMap.class)) {
            map.getData().forEach((name, value) -> {
                if (name.startsWith("NATTER_")) {
                    assertThat(name).doesNotContainPattern("PASSWORD|SECRET|TOKEN|PEPPER|KEY|MONGODB_URL|REDIS_URL");
                }
                assertThat(value).doesNotContainPattern("://[^/\\s$]*:[^/\\s$]*@");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySecretThatAPodWantsIsMade(Overlay overlay) {
        var made = overlay.secretKeys();
        overlay.manifests().pods().values().forEach(pod -> {
            var container = Overlay.containerOf(pod);
            container.getEnvFrom().stream()
                    .filter(from -> from.getSecretRef() != null)
                    .forEach(from ->
                            assertThat(made).containsKey(from.getSecretRef().getName()));
            container.getEnv().stream()
                    .filter(variable -> variable.getValueFrom() != null)
                    .map(variable -> variable.getValueFrom().getSecretKeyRef())
                    .forEach(wanted -> assertThat(made.get(wanted.getName())).contains(wanted.getKey()));
        });
        for (var scaler : overlay.manifests().all(Extensions.TriggerAuthentication.class)) {
            scaler.spec()
                    .secretTargetRef()
                    .forEach(wanted -> assertThat(made.get(wanted.name())).contains(wanted.key()));
        }
    }
}
