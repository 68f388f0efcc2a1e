package dev.natter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.core.domain.JavaClass;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a native executable has to be told: every record that is read or written as JSON or BSON is registered, those that
 * it holds too. On a JVM nothing notices when one is not.
 */
public final class ReflectionRules {

    private ReflectionRules() {}

    /**
     * Fails with the names of those that are missing, or when there is nothing to look at. Bodies of REST resources are not
     * among them, unless a document or frame holds them: the platform finds those by itself.
     */
    public static void everyRecordOnTheWireIsRegistered(String rootPackage) {
        var classes = ArchitectureRules.classes(rootPackage).stream()
                .map(JavaClass::reflect)
                .toList();
        var registered = new LinkedHashSet<Class<?>>();
        classes.forEach(type -> registered.addAll(registeredBy(type)));
        var seen = new LinkedHashSet<Class<?>>();
        var open = new ArrayDeque<Class<?>>(registered);
        classes.stream().filter(ReflectionRules::isWritten).forEach(open::add);
        while (!open.isEmpty()) {
            var type = open.removeFirst();
            if (seen.add(type)) {
                heldBy(type).forEach(open::add);
            }
        }
        var missing = new TreeSet<String>();
        seen.stream()
                .filter(type -> type.isRecord() && !registered.contains(type))
                .forEach(type -> missing.add(type.getName()));
        assertThat(seen).as("records that are written").isNotEmpty();
        assertThat(missing).as("records that no @RegisterForReflection names").isEmpty();
    }

    /** Stored documents, and frames of the socket: records that are one kind of a family of frames. */
    private static boolean isWritten(Class<?> type) {
        return type.isRecord()
                && (type.getSimpleName().endsWith("Document")
                        || (type.getSimpleName().endsWith("Frame") && type.getInterfaces().length > 0));
    }

    private static Set<Class<?>> registeredBy(Class<?> type) {
        var registration = type.getAnnotation(RegisterForReflection.class);
        if (registration == null) {
            return Set.of();
        }
        return registration.targets().length == 0 ? Set.of(type) : Set.of(registration.targets());
    }

    /** The types of Natter's own that a value of this type may hold; of a family, all its members. */
    private static Stream<Class<?>> heldBy(Class<?> type) {
        if (type.isRecord()) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .flatMap(ReflectionRules::named)
                    .filter(held -> held.getName().startsWith("dev.natter."));
        }
        return type.isSealed() && type.isAnnotationPresent(JsonTypeInfo.class)
                ? Stream.of(type.getPermittedSubclasses())
                : Stream.empty();
    }

    private static Stream<Class<?>> named(Type type) {
        Deque<Type> open = new ArrayDeque<>(List.of(type));
        var found = new LinkedHashSet<Class<?>>();
        while (!open.isEmpty()) {
            var next = open.removeFirst();
            if (next instanceof Class<?> plain) {
                found.add(plain.isArray() ? plain.getComponentType() : plain);
            } else if (next instanceof ParameterizedType generic) {
                open.addAll(List.of(generic.getActualTypeArguments()));
            }
        }
        return found.stream();
    }
}
