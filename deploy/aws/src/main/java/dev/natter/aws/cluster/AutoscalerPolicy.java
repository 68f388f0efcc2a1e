package dev.natter.aws.cluster;

import dev.natter.aws.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** Lets the autoscaler add and remove nodes of this cluster's groups, within their bounds. */
final class AutoscalerPolicy {

    private AutoscalerPolicy() {}

    static void grant(IGrantable autoscaler, Settings settings) {
        var principal = autoscaler.getGrantPrincipal();
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of(
                        "autoscaling:DescribeAutoScalingGroups",
                        "autoscaling:DescribeAutoScalingInstances",
                        "autoscaling:DescribeLaunchConfigurations",
                        "autoscaling:DescribeScalingActivities",
                        "ec2:DescribeImages",
                        "ec2:DescribeInstanceTypes",
                        "ec2:DescribeLaunchTemplateVersions",
                        "ec2:GetInstanceTypesFromInstanceRequirements"))
                .resources(List.of("*"))
                .build());
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("eks:DescribeNodegroup"))
                .resources(List.of("arn:aws:eks:%s:%s:nodegroup/%s/*"
                        .formatted(settings.region(), settings.account(), settings.name())))
                .build());
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:ResourceTag/k8s.io/cluster-autoscaler/" + settings.name(), "owned")))
                .build());
    }
}
