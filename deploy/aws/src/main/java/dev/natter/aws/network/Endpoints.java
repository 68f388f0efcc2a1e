package dev.natter.aws.network;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnVPCEndpoint;
import software.constructs.Construct;

/**
 * S3 and SES inside the VPC, under their public names, in the data's tier: what the pods may reach is then one range, which
 * a network policy can name.
 */
final class Endpoints extends Construct {
    private static final int HTTPS = 443;
    private static final int SUBMISSION = 587;

    Endpoints(Construct scope, String id, Network network) {
        super(scope, id);
        var group = network.reachedByPods(this, "S3 and SES", HTTPS, SUBMISSION);
        var groups = List.of(group.getSecurityGroupId());
        endpoint("S3", "s3", groups, network)
                // S3's own condition for answering to its public name where the VPC has no gateway for it.
                .dnsOptions(CfnVPCEndpoint.DnsOptionsSpecificationProperty.builder()
                        .privateDnsOnlyForInboundResolverEndpoint("NotSpecified")
                        .dnsRecordIpType("ipv4")
                        .build())
                .build();
        endpoint("Mail", "email-smtp", groups, network).build();
    }

    private CfnVPCEndpoint.Builder endpoint(String id, String service, List<String> groups, Network network) {
        return CfnVPCEndpoint.Builder.create(this, id)
                .vpcId(network.vpc().getVpcId())
                .vpcEndpointType("Interface")
                .serviceName("com.amazonaws." + Stack.of(this).getRegion() + "." + service)
                .subnetIds(network.dataSubnets())
                .securityGroupIds(groups)
                .privateDnsEnabled(true);
    }
}
