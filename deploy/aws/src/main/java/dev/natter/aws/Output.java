package dev.natter.aws;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** A value that the guide's scripts read from {@code cdk deploy --outputs-file}. */
public final class Output {

    private Output() {}

    /** Exports a value under a name that is independent of its place in the stack. */
    public static void of(Construct scope, String name, String value) {
        var output = CfnOutput.Builder.create(Stack.of(scope), "Output" + name)
                .value(value)
                .build();
        output.overrideLogicalId(name);
    }
}
