package dev.natter.aws.network;

import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.IVpc;

/** Tags the subnets for the load balancer controller. */
final class SubnetRoles {

    SubnetRoles(IVpc vpc) {
        vpc.getPublicSubnets().forEach(subnet -> Tags.of(subnet).add("kubernetes.io/role/elb", "1"));
        vpc.getPrivateSubnets().forEach(subnet -> Tags.of(subnet).add("kubernetes.io/role/internal-elb", "1"));
    }
}
