package dev.natter.aws;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/** The three stacks of one environment, by lifetime: account, data, cluster. */
record Stacks(AccountStack account, DataStack data, ClusterStack cluster) {

    static Stacks in(App app, Settings settings) {
        var account = new AccountStack(app, settings.name() + "-account", props(settings), settings);
        var data = new DataStack(app, settings.name() + "-data", props(settings), settings);
        var cluster = new ClusterStack(app, settings.name() + "-cluster", props(settings), settings, account, data);
        Tags.of(app).add("natter:environment", settings.name());
        return new Stacks(account, data, cluster);
    }

    private static StackProps props(Settings settings) {
        return StackProps.builder()
                .env(Environment.builder()
                        .account(settings.account())
                        .region(settings.region())
                        .build())
                // Termination protection; the guide says how to remove it.
                .terminationProtection(true)
                .build();
    }
}
