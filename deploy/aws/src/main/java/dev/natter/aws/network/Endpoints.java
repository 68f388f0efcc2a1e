package dev.natter.aws.network;

import dev.natter.aws.Settings;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnVPCEndpoint;
import software.constructs.Construct;

/**
 * Interface endpoints of S3 and SES in the data's tier, under their public names, so that a network policy can name the range
 * that pods may reach. S3's private DNS answers every resolver: restricted to inbound resolver endpoints, which is the
 * console's default, it requires a gateway endpoint in the VPC and fails to be created without one.
 */
final class Endpoints extends Construct {
    private static final int HTTPS = 443;
    private static final int SUBMISSION = 587;

    Endpoints(Construct scope, String id, Network network, Settings settings) {
        super(scope, id);
        var group = network.reachedByPods(this, "S3 and SES", HTTPS, SUBMISSION);
        var groups = List.of(group.getSecurityGroupId());
        endpoint("S3", "s3", groups, network, network.dataSubnets())
                .dnsOptions(CfnVPCEndpoint.DnsOptionsSpecificationProperty.builder()
                        .privateDnsOnlyForInboundResolverEndpoint("AllResolvers")
                        .dnsRecordIpType("ipv4")
                        .build())
                .build();
        // SES offers its endpoint in some zones of a region only, and accounts name zones differently.
        endpoint("Mail", "email-smtp", groups, network, network.dataSubnets(settings.mailZones()))
                .build();
    }

    private CfnVPCEndpoint.Builder endpoint(
            String id, String service, List<String> groups, Network network, List<String> subnets) {
        return CfnVPCEndpoint.Builder.create(this, id)
                .vpcId(network.vpc().getVpcId())
                .vpcEndpointType("Interface")
                .serviceName("com.amazonaws." + Stack.of(this).getRegion() + "." + service)
                .subnetIds(subnets)
                .securityGroupIds(groups)
                .privateDnsEnabled(true);
    }
}
