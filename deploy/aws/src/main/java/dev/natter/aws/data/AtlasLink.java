package dev.natter.aws.data;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import dev.natter.aws.network.Network;
import java.util.List;
import software.amazon.awscdk.services.ec2.CfnVPCEndpoint;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.constructs.Construct;

/** A private endpoint of a MongoDB Atlas cluster; each member has its own port. */
public final class AtlasLink extends Construct {
    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65_535;

    public AtlasLink(Construct scope, String id, Settings settings, Network network) {
        super(scope, id);
        var group = network.reachedByPods(this, "MongoDB Atlas");
        group.addIngressRule(Peer.ipv4(Settings.POD_NETWORK), Port.tcpRange(FIRST_PORT, LAST_PORT), "pods");
        var endpoint = CfnVPCEndpoint.Builder.create(this, "Endpoint")
                .vpcId(network.vpc().getVpcId())
                .vpcEndpointType("Interface")
                .serviceName(settings.atlasService())
                .subnetIds(network.dataSubnets())
                .securityGroupIds(List.of(group.getSecurityGroupId()))
                // Atlas uses its own names for it.
                .privateDnsEnabled(false)
                .build();
        Output.of(this, "AtlasEndpoint", endpoint.getRef());
    }
}
