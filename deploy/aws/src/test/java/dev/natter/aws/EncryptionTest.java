package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lies somewhere lies there encrypted, and whatever travels does so in TLS. */
class EncryptionTest {
    /** Per type what must be true or there; a type that keeps something and is not listed fails the first test. */
    private static final Map<String, Set<String>> RULES = Map.of(
            "AWS::S3::Bucket",
            Set.of(
                    "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID"),
            "AWS::ElastiCache::ReplicationGroup",
            Set.of("/AtRestEncryptionEnabled", "/TransitEncryptionEnabled", "/KmsKeyId", "/AuthToken"),
            "AWS::AmazonMQ::Broker",
            Set.of("/EncryptionOptions/UseAwsOwnedKey"),
            "AWS::DocDB::DBCluster",
            Set.of("/StorageEncrypted", "/KmsKeyId"),
            "AWS::EKS::Cluster",
            Set.of("/EncryptionConfig/0/Provider/KeyArn"),
            "AWS::ECR::Repository",
            Set.of("/EncryptionConfiguration/EncryptionType"),
            "AWS::SecretsManager::Secret",
            Set.of("/KmsKeyId"),
            "AWS::EC2::LaunchTemplate",
            Set.of("/LaunchTemplateData/MetadataOptions/HttpTokens"),
            "AWS::EC2::Instance",
            Set.of("/BlockDeviceMappings/0/Ebs/Encrypted"),
            "AWS::KMS::Key",
            Set.of("/EnableKeyRotation"));

    private static final Set<String> KEEPS_SOMETHING = Set.of(
            "S3::Bucket",
            "ElastiCache",
            "AmazonMQ::Broker",
            "DocDB::DBCluster",
            "RDS",
            "EFS",
            "SQS",
            "SNS",
            "DynamoDB");

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void whatKeepsSomethingEncryptsIt(Synthesis synthesis) {
        synthesis.resources().forEach(resource -> {
            for (var property : RULES.getOrDefault(resource.type(), Set.of())) {
                var value = resource.at(property);
                assertThat(value.isMissingNode() || value.asText().equals("false"))
                        .as("%s %s", resource, property)
                        .isFalse();
            }
        });
        var known = synthesis.resources().map(Synthesis.Resource::type).collect(Collectors.toSet());
        assertThat(known)
                .containsAll(Set.of("AWS::S3::Bucket", "AWS::ElastiCache::ReplicationGroup", "AWS::AmazonMQ::Broker"));
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void noKindOfStoreIsWithoutARule(Synthesis synthesis) {
        assertThat(synthesis.resources().map(Synthesis.Resource::type).distinct())
                .filteredOn(type -> KEEPS_SOMETHING.stream().anyMatch(type::contains))
                .filteredOn(type -> !type.matches(".*(SubnetGroup|ParameterGroup|BucketPolicy)"))
                .allSatisfy(type -> assertThat(RULES).containsKey(type));
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void theDisksOfNodesAreEncrypted(Synthesis synthesis) {
        assertThat(synthesis.all("AWS::EC2::LaunchTemplate"))
                .filteredOn(template -> template.id().startsWith("Nodes"))
                .singleElement()
                .satisfies(template -> assertThat(template.at("/LaunchTemplateData/BlockDeviceMappings/0/Ebs/Encrypted")
                                .asBoolean())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void theBucketRefusesWhatIsNotTls(Synthesis synthesis) {
        var statements = synthesis.one("AWS::S3::BucketPolicy").at("/PolicyDocument/Statement");

        assertThat(Synthesis.items(statements)).anySatisfy(statement -> {
            assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
            assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                    .isEqualTo("false");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void noPasswordStandsInATemplate(Synthesis synthesis) {
        for (var secret : synthesis.all("AWS::SecretsManager::Secret")) {
            assertThat(secret.body().toString()).as(secret.id()).doesNotContain("\"SecretString\":\"");
        }
        assertThat(synthesis
                        .one("AWS::ElastiCache::ReplicationGroup")
                        .at("/AuthToken")
                        .toString())
                .contains("{{resolve:secretsmanager:");
        assertThat(synthesis
                        .one("AWS::AmazonMQ::Broker")
                        .at("/Users/0/Password")
                        .toString())
                .contains("{{resolve:secretsmanager:");
    }
}
