package dev.natter.aws;

import java.util.Map;
import software.amazon.awscdk.App;

/** The CDK app; {@code cdk.json} runs it. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        var app = new App();
        var context = app.getNode().tryGetContext("natter");
        Stacks.in(app, Settings.of(context instanceof Map<?, ?> map ? map : Map.of()));
        app.synth();
    }
}
