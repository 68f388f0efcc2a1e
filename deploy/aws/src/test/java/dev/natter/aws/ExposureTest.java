package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is public but the load balancer, which the cluster's controller makes and which stands in no template. */
class ExposureTest {

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void onlyPodsMayConnectToBackingServices(Synthesis synthesis) {
        for (var group : synthesis.all("AWS::EC2::SecurityGroup")) {
            Synthesis.items(group.at("/SecurityGroupIngress"))
                    .filter(rule -> !rule.isMissingNode())
                    .forEach(rule -> assertThat(rule.path("CidrIp").asText())
                            .as(group.id())
                            .isEqualTo(Settings.POD_NETWORK));
        }
        for (var rule : synthesis.all("AWS::EC2::SecurityGroupIngress")) {
            assertThat(rule.at("/SourceSecurityGroupId").isMissingNode())
                    .as(rule.id())
                    .isFalse();
        }
        assertThat(synthesis.resources().map(Synthesis.Resource::type))
                .doesNotContain("AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::EC2::VPCPeeringConnection");
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void nothingHasAPublicAddressButTheWayOut(Synthesis synthesis) {
        for (var subnet : synthesis.all("AWS::EC2::Subnet")) {
            assertThat(subnet.at("/MapPublicIpOnLaunch").asBoolean())
                    .as(subnet.id())
                    .isFalse();
        }
        assertThat(synthesis.all("AWS::EC2::EIP"))
                .hasSameSizeAs(synthesis.all("AWS::EC2::NatGateway"))
                .isNotEmpty();
        assertThat(synthesis
                        .one("AWS::AmazonMQ::Broker")
                        .at("/PubliclyAccessible")
                        .asText())
                .isEqualTo("false");
        var access = synthesis.one("AWS::EKS::Cluster").at("/ResourcesVpcConfig");
        assertThat(access.path("EndpointPublicAccess").asText()).isEqualTo("false");
        assertThat(access.path("EndpointPrivateAccess").asText()).isEqualTo("true");
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void theBucketCannotBeMadePublicAndAnswersTheAppsPagesAlone(Synthesis synthesis) {
        var bucket = synthesis.one("AWS::S3::Bucket");

        bucket.at("/PublicAccessBlockConfiguration")
                .properties()
                .forEach(entry -> assertThat(entry.getValue().asBoolean())
                        .as(entry.getKey())
                        .isTrue());
        assertThat(bucket.at("/PublicAccessBlockConfiguration")).hasSize(4);
        assertThat(bucket.at("/CorsConfiguration/CorsRules")).hasSize(1);
        assertThat(bucket.at("/CorsConfiguration/CorsRules/0/AllowedOrigins").toString())
                .isEqualTo("[\"https://chat.example.com\"]");
        assertThat(bucket.at("/CorsConfiguration/CorsRules/0/AllowedMethods").toString())
                .isEqualTo("[\"PUT\",\"GET\"]");
        assertThat(bucket.at("/OwnershipControls/Rules/0/ObjectOwnership").asText())
                .isEqualTo("BucketOwnerEnforced");
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void whatKeepsSomethingStandsWhereThereIsNoWayOut(Synthesis synthesis) {
        var data = synthesis.all("AWS::EC2::Subnet").stream()
                .filter(subnet -> subnet.at("/Tags").toString().contains("\"data\""))
                .map(Synthesis.Resource::id)
                .toList();
        var routed = synthesis.all("AWS::EC2::Route").stream()
                .map(route -> route.at("/RouteTableId/Ref").asText())
                .toList();

        assertThat(data).isNotEmpty();
        assertThat(routed).isNotEmpty().noneMatch(table -> data.stream().anyMatch(table::startsWith));
        for (var type : new String[] {"AWS::ElastiCache::SubnetGroup", "AWS::AmazonMQ::Broker"}) {
            assertThat(Synthesis.items(synthesis.one(type).at("/SubnetIds"))
                            .map(subnet -> subnet.path("Ref").asText()))
                    .isNotEmpty()
                    .isSubsetOf(data);
        }
    }
}
