package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the two sizes have in common with the cluster's manifests, and in what they differ. */
class SizeTest {

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void everySubnetLiesInTheRangeThatTheNetworkPoliciesName(Synthesis synthesis) {
        var subnets = synthesis.all("AWS::EC2::Subnet");

        assertThat(subnets).hasSizeGreaterThanOrEqualTo(6).allSatisfy(subnet -> {
            var tier =
                    subnet.at("/Tags").toString().replaceAll(".*\"aws-cdk:subnet-name\",\"Value\":\"(\\w+)\".*", "$1");
            var range = tier.equals("public")
                    ? Settings.PUBLIC_NETWORK
                    : tier.equals("pods") ? Settings.POD_NETWORK : Settings.DATA_NETWORK;
            assertThat(contains(range, subnet.at("/CidrBlock").asText()))
                    .as("%s %s in %s", tier, subnet.at("/CidrBlock"), range)
                    .isTrue();
        });
        var policies = Examples.read("k8s/overlays/eks/egress.yaml");
        var named =
                Pattern.compile("cidr: (10\\.\\S+)").matcher(policies).results().map(it -> it.group(1));
        assertThat(named).containsOnly(Settings.PUBLIC_NETWORK, Settings.DATA_NETWORK);
        assertThat(Examples.read("k8s/overlays/eks/user.env")).contains("=" + Settings.POD_NETWORK);
        assertThat(Examples.read("k8s/overlays/eks/web.env")).contains("=" + Settings.PUBLIC_NETWORK);
    }

    @Test
    void productionSurvivesTheLossOfAZone() {
        var production = Synthesis.of("production");

        assertThat(production.all("AWS::EC2::NatGateway")).hasSize(3);
        assertThat(production.one("AWS::AmazonMQ::Broker").at("/DeploymentMode").asText())
                .isEqualTo("CLUSTER_MULTI_AZ");
        assertThat(production.one("AWS::AmazonMQ::Broker").at("/SubnetIds")).hasSize(3);
        var cache = production.one("AWS::ElastiCache::ReplicationGroup");
        assertThat(cache.at("/AutomaticFailoverEnabled").asBoolean()).isTrue();
        assertThat(cache.at("/MultiAZEnabled").asBoolean()).isTrue();
        assertThat(production.all("AWS::EKS::Nodegroup"))
                .extracting(group -> group.at("/AmiType").asText())
                .containsExactlyInAnyOrder("AL2023_ARM_64_STANDARD", "AL2023_x86_64_STANDARD");
    }

    @Test
    void smallIsOneOfEach() {
        var small = Synthesis.of("small");

        assertThat(small.all("AWS::EC2::NatGateway")).hasSize(1);
        assertThat(small.one("AWS::AmazonMQ::Broker").at("/SubnetIds")).hasSize(1);
        assertThat(small.one("AWS::ElastiCache::ReplicationGroup")
                        .at("/NumCacheClusters")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theZonesAreThoseOfTheSettings() {
        var tokyo = new Synthesis(
                "tokyo",
                Examples.settings(
                        "size", "production", "region", "ap-northeast-1", "zones", "a,c,d", "mailZones", "a,d"));

        assertThat(tokyo.all("AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.at("/AvailabilityZone").asText())
                .containsOnly("ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d");
        var endpoints = tokyo.all("AWS::EC2::VPCEndpoint");
        assertThat(endpoints)
                .filteredOn(it -> it.at("/ServiceName").toString().contains("email-smtp"))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/SubnetIds")).hasSize(2));
        assertThat(endpoints)
                .filteredOn(it -> it.at("/ServiceName").toString().contains(".s3"))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/SubnetIds")).hasSize(3));
    }

    /** terraform-aws-vpc #982 and #1012: any other value wants a gateway endpoint, and the creation fails without one. */
    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void theEndpointOfS3NeedsNoGatewayEndpoint(Synthesis synthesis) {
        assertThat(synthesis.all("AWS::EC2::VPCEndpoint"))
                .filteredOn(it -> it.at("/ServiceName").toString().contains(".s3"))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/DnsOptions/PrivateDnsOnlyForInboundResolverEndpoint")
                                .asText())
                        .isEqualTo("AllResolvers"));
        assertThat(synthesis.all("AWS::EC2::VPCEndpoint"))
                .noneMatch(it -> it.at("/VpcEndpointType").asText().equals("Gateway"));
    }

    @Test
    void mailComesFromTheChatsOwnDomainAndLeavesTheZonesPolicyAlone() {
        var records = Synthesis.of("small").all("AWS::Route53::RecordSet");

        assertThat(records)
                .filteredOn(it -> it.at("/Type").asText().equals("TXT"))
                .extracting(it -> it.at("/Name").asText())
                .contains("_dmarc.chat.example.com.", "bounce.chat.example.com.")
                .doesNotContain("_dmarc.example.com.");
        assertThat(records)
                .filteredOn(it -> it.at("/Type").asText().equals("CNAME"))
                .hasSize(3);
        assertThat(Synthesis.of("small")
                        .one("AWS::SES::EmailIdentity")
                        .at("/EmailIdentity")
                        .asText())
                .isEqualTo("chat.example.com");
    }

    @Test
    void atlasIsReachedInsideTheVpc() {
        var endpoint = Synthesis.of("small").all("AWS::EC2::VPCEndpoint").stream()
                .filter(it -> it.at("/ServiceName").asText().contains("vpce-svc"))
                .findFirst()
                .orElseThrow();

        assertThat(endpoint.at("/VpcEndpointType").asText()).isEqualTo("Interface");
    }

    @ParameterizedTest
    @EnumSource
    void whatItCostsStandsInTheGuide(Size size) {
        var guide = Examples.read("deploy/aws/README.md");

        assertThat(guide)
                .contains(size.nodes().gravitonType(), size.data().cacheType())
                .contains(size.data().brokerType())
                .contains("%,d".formatted(size.monthlyBudget()));
    }

    @Test
    void theBillAddsUp() {
        var rows = Pattern.compile(
                        "(?m)^\\| ([^|…]+?) \\|[^|]*\\| \\**([\\d,]+)\\** \\|[^|]*\\| \\**([\\d,]+)\\** \\|$")
                .matcher(Examples.read("deploy/aws/README.md"))
                .results()
                .toList();
        var sum = rows.size() - 3;

        assertThat(rows.get(sum).group(1)).isEqualTo("**sum**");
        for (var size = 2; size <= 3; size++) {
            var column = size;
            var prices = rows.stream()
                    .mapToInt(row -> Integer.parseInt(row.group(column).replace(",", "")))
                    .toArray();
            assertThat(IntStream.of(prices).limit(sum).sum()).isEqualTo(prices[sum]);
            assertThat(prices[sum] + prices[sum + 1]).isEqualTo(prices[sum + 2]);
        }
    }

    private static boolean contains(String range, String part) {
        var bits = Integer.parseInt(range.replaceFirst(".*/", ""));
        return bits <= Integer.parseInt(part.replaceFirst(".*/", ""))
                && number(range).shiftRight(32 - bits).equals(number(part).shiftRight(32 - bits));
    }

    private static BigInteger number(String range) {
        var number = BigInteger.ZERO;
        for (var part : range.replaceFirst("/.*", "").split("\\.", -1)) {
            number = number.shiftLeft(8).add(new BigInteger(part));
        }
        return number;
    }
}
