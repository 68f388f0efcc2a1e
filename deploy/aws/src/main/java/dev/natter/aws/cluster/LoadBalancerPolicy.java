package dev.natter.aws.cluster;

import dev.natter.aws.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * Permissions of the load balancer controller for one Ingress with a certificate. Less than the published policy: it
 * may change only resources with this cluster's tag.
 */
final class LoadBalancerPolicy {
    private static final String TAG = "elbv2.k8s.aws/cluster";
    private static final List<String> EVERYTHING = List.of("*");

    private LoadBalancerPolicy() {}

    static void grant(IGrantable controller, Settings settings) {
        var principal = controller.getGrantPrincipal();
        // These actions have no resource-level permissions.
        principal.addToPrincipalPolicy(
                allow("ec2:Describe*", "elasticloadbalancing:Describe*", "ec2:GetSecurityGroupsForVpc")
                        .resources(EVERYTHING)
                        .build());
        principal.addToPrincipalPolicy(allow("acm:ListCertificates", "acm:DescribeCertificate")
                .resources(EVERYTHING)
                .build());
        principal.addToPrincipalPolicy(allow("iam:CreateServiceLinkedRole")
                .resources(EVERYTHING)
                .conditions(Map.of("StringEquals", Map.of("iam:AWSServiceName", "elasticloadbalancing.amazonaws.com")))
                .build());
        principal.addToPrincipalPolicy(allow(
                        "elasticloadbalancing:CreateLoadBalancer",
                        "elasticloadbalancing:CreateTargetGroup",
                        "elasticloadbalancing:CreateListener",
                        "elasticloadbalancing:CreateRule")
                .resources(EVERYTHING)
                .conditions(Map.of("StringEquals", Map.of("aws:RequestTag/" + TAG, settings.name())))
                .build());
        principal.addToPrincipalPolicy(allow("ec2:CreateSecurityGroup")
                .resources(List.of(ec2(settings, "vpc")))
                .build());
        principal.addToPrincipalPolicy(allow("ec2:CreateSecurityGroup")
                .resources(List.of(ec2(settings, "security-group")))
                .conditions(Map.of("StringEquals", Map.of("aws:RequestTag/" + TAG, settings.name())))
                .build());
        principal.addToPrincipalPolicy(allow("ec2:CreateTags")
                .resources(List.of(ec2(settings, "security-group")))
                .conditions(Map.of("StringEquals", Map.of("ec2:CreateAction", "CreateSecurityGroup")))
                .build());
        principal.addToPrincipalPolicy(allow("elasticloadbalancing:AddTags")
                .resources(EVERYTHING)
                .conditions(Map.of(
                        "StringEquals",
                        Map.of(
                                "elasticloadbalancing:CreateAction",
                                List.of("CreateLoadBalancer", "CreateTargetGroup", "CreateListener", "CreateRule"))))
                .build());
        if (settings.waf()) {
            principal.addToPrincipalPolicy(allow(
                            "wafv2:GetWebACL",
                            "wafv2:GetWebACLForResource",
                            "wafv2:AssociateWebACL",
                            "wafv2:DisassociateWebACL")
                    .resources(EVERYTHING)
                    .build());
        }
        changes(controller, settings);
    }

    private static void changes(IGrantable controller, Settings settings) {
        var ours = Map.of("StringEquals", Map.of("aws:ResourceTag/" + TAG, settings.name()));
        controller
                .getGrantPrincipal()
                .addToPrincipalPolicy(allow(
                                "elasticloadbalancing:Modify*",
                                "elasticloadbalancing:Delete*",
                                "elasticloadbalancing:Set*",
                                "elasticloadbalancing:AddTags",
                                "elasticloadbalancing:RemoveTags",
                                "elasticloadbalancing:RegisterTargets",
                                "elasticloadbalancing:DeregisterTargets",
                                "elasticloadbalancing:AddListenerCertificates",
                                "elasticloadbalancing:RemoveListenerCertificates",
                                "ec2:DeleteSecurityGroup",
                                "ec2:CreateTags",
                                "ec2:DeleteTags")
                        .resources(EVERYTHING)
                        .conditions(ours)
                        .build());
        // The security group of the nodes has EKS' tag; the load balancer gets access to it.
        for (var tag : List.of("aws:ResourceTag/" + TAG, "aws:ResourceTag/aws:eks:cluster-name")) {
            controller
                    .getGrantPrincipal()
                    .addToPrincipalPolicy(allow("ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress")
                            .resources(List.of(ec2(settings, "security-group")))
                            .conditions(Map.of("StringEquals", Map.of(tag, settings.name())))
                            .build());
        }
    }

    private static PolicyStatement.Builder allow(String... actions) {
        return PolicyStatement.Builder.create().actions(List.of(actions));
    }

    private static String ec2(Settings settings, String kind) {
        return "arn:aws:ec2:%s:%s:%s/*".formatted(settings.region(), settings.account(), kind);
    }
}
