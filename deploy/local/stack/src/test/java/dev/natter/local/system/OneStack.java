package dev.natter.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every system test the same running stack, started once and stopped at the end. */
final class OneStack implements ParameterResolver, ExecutionCondition {

    private static final AtomicBoolean IS_REASON_PRINTED = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var reason = NativeExecutables.reasonToSkip(RunningStack.ROOT);
        if (reason.isPresent() && IS_REASON_PRINTED.compareAndSet(false, true)) {
            System.err.println(reason.get());
        }
        return reason.map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("executables are there, or not wanted"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(OneStack.class, key -> start(), RunningStack.class);
    }

    private static RunningStack start() {
        try {
            return RunningStack.start(Files.createTempDirectory("natter-system"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
