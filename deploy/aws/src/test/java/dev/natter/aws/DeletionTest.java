package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people wrote is not lost by one wrong word. */
class DeletionTest {
    private static final Map<String, String> KEPT = Map.of(
            "AWS::S3::Bucket", "Retain",
            "AWS::KMS::Key", "Retain",
            "AWS::DocDB::DBCluster", "Retain",
            "AWS::SecretsManager::Secret", "Retain",
            "AWS::ECR::Repository", "Retain",
            "AWS::ElastiCache::ReplicationGroup", "Snapshot");

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void dataOutlivesItsStack(Synthesis synthesis) {
        synthesis.resources().filter(it -> KEPT.containsKey(it.type())).forEach(resource -> {
            var policy = KEPT.get(resource.type());
            assertThat(resource.body().path("DeletionPolicy").asText())
                    .as("%s", resource)
                    .isEqualTo(policy);
            assertThat(resource.body().path("UpdateReplacePolicy").asText())
                    .as("%s", resource)
                    .isEqualTo(policy);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void everyStackIsProtected(Synthesis synthesis) {
        assertThat(synthesis.protectedStacks())
                .hasSize(3)
                .allSatisfy(
                        (name, isProtected) -> assertThat(isProtected).as(name).isTrue());
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void databasesAndCachesAreBackedUp(Synthesis synthesis) {
        assertThat(synthesis
                        .one("AWS::ElastiCache::ReplicationGroup")
                        .at("/SnapshotRetentionLimit")
                        .asInt())
                .isPositive();
        for (var database : synthesis.all("AWS::DocDB::DBCluster")) {
            assertThat(database.at("/DeletionProtection").asBoolean()).isTrue();
            assertThat(database.at("/BackupRetentionPeriod").asInt()).isGreaterThanOrEqualTo(7);
        }
        assertThat(synthesis
                        .one("AWS::S3::Bucket")
                        .at("/VersioningConfiguration/Status")
                        .asText())
                .isEqualTo("Enabled");
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void uploadsWithoutAMessageExpireAfterADay(Synthesis synthesis) {
        assertThat(Synthesis.items(synthesis.one("AWS::S3::Bucket").at("/LifecycleConfiguration/Rules")))
                .anySatisfy(rule -> {
                    assertThat(rule.path("Prefix").asText()).isEqualTo("uploads/");
                    assertThat(rule.path("ExpirationInDays").asInt()).isEqualTo(1);
                    assertThat(rule.path("Status").asText()).isEqualTo("Enabled");
                })
                .noneSatisfy(rule -> {
                    assertThat(rule.path("Prefix").asText()).isNotEqualTo("uploads/");
                    assertThat(rule.has("ExpirationInDays")).isTrue();
                });
    }
}
