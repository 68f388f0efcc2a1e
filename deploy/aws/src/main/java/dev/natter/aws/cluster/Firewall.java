package dev.natter.aws.cluster;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/**
 * A web ACL for the load balancer. Rules that inspect bodies only count: messages may quote scripts and SQL, and must
 * not be refused for that. A web ACL does not see socket frames.
 */
public final class Firewall extends Construct {
    /** Requests of one address in five minutes: an office behind one address stays below. */
    private static final int REQUESTS = 10_000;

    public Firewall(Construct scope, String id, Settings settings) {
        super(scope, id);
        var acl = CfnWebACL.Builder.create(this, "Acl")
                .name(settings.name())
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visible("all"))
                .rules(List.of(
                        managed(0, "AWSManagedRulesAmazonIpReputationList"),
                        managed(
                                1,
                                "AWSManagedRulesKnownBadInputsRuleSet",
                                "JavaDeserializationRCE_BODY",
                                "Log4JRCE_BODY",
                                "ReactJSRCE_BODY"),
                        flood()))
                .build();
        Output.of(this, "WebAcl", acl.getAttrArn());
    }

    private static CfnWebACL.RuleProperty managed(int priority, String group, String... counted) {
        var statement = CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                .vendorName("AWS")
                .name(group)
                .ruleActionOverrides(Stream.of(counted)
                        .map(rule -> CfnWebACL.RuleActionOverrideProperty.builder()
                                .name(rule)
                                .actionToUse(CfnWebACL.RuleActionProperty.builder()
                                        .count(CfnWebACL.CountActionProperty.builder()
                                                .build())
                                        .build())
                                .build())
                        .toList())
                .build();
        return CfnWebACL.RuleProperty.builder()
                .name(group)
                .priority(priority)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(statement)
                        .build())
                .visibilityConfig(visible(group))
                .build();
    }

    private static CfnWebACL.RuleProperty flood() {
        return CfnWebACL.RuleProperty.builder()
                .name("flood")
                .priority(2)
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(REQUESTS)
                                .build())
                        .build())
                .visibilityConfig(visible("flood"))
                .build();
    }

    private static CfnWebACL.VisibilityConfigProperty visible(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(name)
                // Samples would contain headers, tokens among them.
                .sampledRequestsEnabled(false)
                .build();
    }
}
