package dev.natter.aws;

import dev.natter.aws.delivery.BudgetAlarm;
import dev.natter.aws.delivery.GitHubIdentity;
import dev.natter.aws.delivery.Registry;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Resources that outlive clusters: image repositories, the roles that push to them, and the budget. */
final class AccountStack extends Stack {
    private final Registry registry;
    private final GitHubIdentity github;

    AccountStack(Construct scope, String id, StackProps props, Settings settings) {
        super(scope, id, props);
        this.registry = new Registry(this, "Registry", settings);
        this.github = new GitHubIdentity(this, "GitHub", settings);
        new BudgetAlarm(this, "Budget", settings);
    }

    Registry registry() {
        return registry;
    }

    GitHubIdentity github() {
        return github;
    }
}
