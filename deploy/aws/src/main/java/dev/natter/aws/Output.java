package dev.natter.aws;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** A value that the guide's scripts read from {@code cdk deploy --outputs-file}. */
public final class Output {

    private Output() {}

    /** Publishes a value under a name that says nothing of where in the stack it was made. */
    public static void of(Construct scope, String name, String value) {
        var output = CfnOutput.Builder.create(Stack.of(scope), "Output" + name)
                .value(value)
                .build();
        output.overrideLogicalId(name);
    }
}
