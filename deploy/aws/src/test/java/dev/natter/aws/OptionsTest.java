package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an installation may have beside: a web ACL, and the load balancer's access logs. */
class OptionsTest {
    private static final Synthesis WITH =
            new Synthesis("with options", Examples.settings("waf", "on", "accessLogs", "on"));

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void neitherIsMadeUnlessAskedFor(Synthesis synthesis) {
        assertThat(synthesis.all("AWS::WAFv2::WebACL")).isEmpty();
        assertThat(synthesis.all("AWS::S3::Bucket")).hasSize(1);
    }

    @Test
    void theWebAclBlocksFloodsAndNoMessageForItsText() {
        var acl = WITH.one("AWS::WAFv2::WebACL");

        assertThat(acl.at("/Scope").asText()).isEqualTo("REGIONAL");
        assertThat(Synthesis.items(acl.at("/Rules")))
                .anySatisfy(rule -> assertThat(
                                rule.at("/Statement/RateBasedStatement/Limit").asInt())
                        .isPositive())
                // It looks at bodies for scripts and SQL, and refuses those of more than 8 KB.
                .noneMatch(rule -> rule.toString().contains("AWSManagedRulesCommonRuleSet"));
        // The empty list that CDK takes as well is no JSON object, and CloudFormation refuses it (cfn-lint's E3012).
        assertThat(acl.body().findValues("None")).hasSize(2).allMatch(JsonNode::isObject);
        assertThat(acl.body().findValuesAsText("SampledRequestsEnabled")).containsOnly("false");
    }

    @Test
    void accessLogsAreWrittenByTheLoadBalancerAloneAndForgotten() {
        var bucket = WITH.all("AWS::S3::Bucket").stream()
                .filter(it -> it.id().startsWith("AccessLogs"))
                .findFirst()
                .orElseThrow();
        var policy = WITH.all("AWS::S3::BucketPolicy").stream()
                .filter(it -> it.id().startsWith("AccessLogs"))
                .findFirst()
                .orElseThrow();

        assertThat(bucket.at("/PublicAccessBlockConfiguration/RestrictPublicBuckets")
                        .asBoolean())
                .isTrue();
        assertThat(bucket.at("/LifecycleConfiguration/Rules/0/ExpirationInDays").asInt())
                .isEqualTo(30);
        assertThat(Synthesis.items(policy.at("/PolicyDocument/Statement"))
                        .filter(statement -> statement.path("Effect").asText().equals("Allow")))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.path("Action").asText()).isEqualTo("s3:PutObject");
                    assertThat(statement.at("/Principal/Service").asText())
                            .isEqualTo("logdelivery.elasticloadbalancing.amazonaws.com");
                    assertThat(statement.path("Resource").toString()).contains("/AWSLogs/111122223333/*");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", ""})
    void whatIsNeitherOnNorOffIsRefused(String value) {
        assertThatThrownBy(() -> Examples.settings("waf", value)).hasMessageContaining("waf must match on|off");
    }
}
