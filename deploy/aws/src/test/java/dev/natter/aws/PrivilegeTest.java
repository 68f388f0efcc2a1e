package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No role may do more than its work needs. */
class PrivilegeTest {
    /** What AWS itself writes and keeps up to date, for its own parts of a cluster. */
    private static final Set<String> OF_AWS = Set.of(
            "AmazonEKSClusterPolicy",
            "AmazonEKSWorkerNodePolicy",
            "AmazonEC2ContainerRegistryPullOnly",
            "AmazonEKS_CNI_Policy",
            "AmazonEBSCSIDriverPolicy",
            "AmazonSSMManagedInstanceCore");

    /** Reading, or asking for something that has no name yet: IAM knows no resource for these. */
    private static final String WITHOUT_RESOURCE =
            "(\\w+:(Describe|List|Get).*|ecr:GetAuthorizationToken|ssmmessages:.*|ec2messages:.*|ssm:UpdateInstanceInformation)";

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void everyStatementNamesItsActionsAndWhatTheyAreDoneTo(Synthesis synthesis) {
        assertThat(statements(synthesis)).isNotEmpty().allSatisfy(statement -> {
            var actions = Synthesis.items(statement.path("Action"))
                    .map(JsonNode::asText)
                    .toList();
            assertThat(actions)
                    .noneMatch(action -> action.equals("*") || action.matches("(?!ssmmessages|ec2messages).*:\\*"));
            var anything = Synthesis.items(statement.path("Resource"))
                    .anyMatch(resource -> resource.asText().equals("*"));
            if (anything && !statement.has("Condition")) {
                assertThat(actions).allMatch(action -> action.matches(WITHOUT_RESOURCE));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void policiesOfAwsAreTakenForItsOwnPartsAlone(Synthesis synthesis) {
        for (var role : synthesis.all("AWS::IAM::Role")) {
            Synthesis.items(role.at("/ManagedPolicyArns"))
                    .filter(arn -> !arn.isMissingNode())
                    .forEach(arn -> assertThat(OF_AWS)
                            .as(arn.toString())
                            .contains(arn.toString().replaceAll(".*/([\\w]+)\".*", "$1")));
        }
        assertThat(synthesis.all("AWS::IAM::AccessKey")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void onlyOurWorkflowsInTheirEnvironmentMayDeploy(Synthesis synthesis) {
        var trusts = synthesis.all("AWS::IAM::Role").stream()
                .map(role -> role.at("/AssumeRolePolicyDocument/Statement/0"))
                .filter(trust -> trust.toString().contains("AssumeRoleWithWebIdentity"))
                .toList();

        assertThat(trusts)
                .singleElement()
                .satisfies(trust -> assertThat(
                                trust.at("/Condition/StringEquals").properties())
                        .extracting(entry -> entry.getValue().asText())
                        .containsExactlyInAnyOrder("sts.amazonaws.com", "repo:example/natter:environment:production"));
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void rolesOfPodsAreForThePodsOfThisCluster(Synthesis synthesis) {
        var associated = synthesis.all("AWS::EKS::PodIdentityAssociation").stream()
                .map(it -> it.at("/Namespace").asText() + "/"
                        + it.at("/ServiceAccount").asText());

        assertThat(associated)
                .containsExactlyInAnyOrder(
                        "natter/chat",
                        "natter/user",
                        "external-secrets/external-secrets",
                        "kube-system/aws-load-balancer-controller",
                        "kube-system/cluster-autoscaler");
        assertThat(synthesis.all("AWS::IAM::Role").stream()
                        .map(role -> role.at("/AssumeRolePolicyDocument/Statement"))
                        .filter(trust -> trust.toString().contains("pods.eks.amazonaws.com")))
                .hasSize(7)
                .allSatisfy(trust -> assertThat(Synthesis.items(trust))
                        .allSatisfy(statement -> assertThat(statement
                                        .at("/Condition/ArnEquals/aws:SourceArn")
                                        .isMissingNode())
                                .isFalse()));
    }

    @ParameterizedTest
    @MethodSource("dev.natter.aws.Synthesis#all")
    void nothingRunsInTheAccountBesideWhatIsNamed(Synthesis synthesis) {
        assertThat(synthesis.resources().map(Synthesis.Resource::type))
                .noneMatch(type -> type.startsWith("Custom::") || type.startsWith("AWS::Lambda"));
    }

    private static Stream<JsonNode> statements(Synthesis synthesis) {
        return Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
                .flatMap(type -> synthesis.all(type).stream())
                .flatMap(policy -> Synthesis.items(policy.at("/PolicyDocument/Statement")));
    }
}
