package dev.natter.aws.cluster;

import java.util.Map;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.iam.SessionTagsPrincipal;

/** The pods of one cluster; pod identity associations select them. */
final class PodPrincipal extends SessionTagsPrincipal {

    PodPrincipal(Cluster cluster) {
        super(new ServicePrincipal(
                "pods.eks.amazonaws.com",
                ServicePrincipalOpts.builder()
                        .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", cluster.arn())))
                        .build()));
    }
}
