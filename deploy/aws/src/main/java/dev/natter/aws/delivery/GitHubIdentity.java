package dev.natter.aws.delivery;

import dev.natter.aws.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.WebIdentityPrincipal;
import software.constructs.Construct;

/** GitHub as an OIDC identity provider; no key of this account is stored there. */
public final class GitHubIdentity extends Construct {
    private static final String ISSUER = "token.actions.githubusercontent.com";

    private final CfnOIDCProvider provider;
    private final Settings settings;

    public GitHubIdentity(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.settings = settings;
        this.provider = CfnOIDCProvider.Builder.create(this, "Provider")
                .url("https://" + ISSUER)
                .clientIdList(List.of("sts.amazonaws.com"))
                .build();
    }

    /** Jobs of our repository in one of its environments, whose rules decide who approves. */
    IPrincipal jobsIn(String environment) {
        return new WebIdentityPrincipal(
                provider.getAttrArn(),
                Map.of(
                        "StringEquals",
                        Map.of(
                                ISSUER + ":aud",
                                "sts.amazonaws.com",
                                ISSUER + ":sub",
                                "repo:%s:environment:%s".formatted(settings.repository(), environment))));
    }
}
