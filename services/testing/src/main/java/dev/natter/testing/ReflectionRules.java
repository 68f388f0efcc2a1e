package dev.natter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.ClassUtil;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a native executable must register: every type that Jackson or a BSON codec looks at while a value is read or
 * written. A type that is not registered has no members there, and annotations on them do not exist. On a JVM nothing
 * notices.
 */
public final class ReflectionRules {

    private static final String OURS = "dev.natter.";
    private static final String EVENTS = OURS + "events";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().findAndAddModules().build();

    private ReflectionRules() {}

    /**
     * Fails with the names of the types that no {@link RegisterForReflection} names: those that cross JSON or BSON, their
     * super types and mix-ins, the types of their properties, the members of a family, and what their annotations name.
     */
    public static void everyTypeOnTheWireIsRegistered(String rootPackage) {
        var classes = ArchitectureRules.classes("dev.natter");
        var registered = new LinkedHashSet<Class<?>>();
        classes.stream()
                .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
                .forEach(type -> registered.addAll(registeredBy(type.reflect())));
        var seen = new LinkedHashSet<Class<?>>();
        var open = new ArrayDeque<>(onTheWire(classes.that(JavaClass.Predicates.resideInAPackage(rootPackage + ".."))));
        while (!open.isEmpty()) {
            var type = open.removeFirst();
            if (type.getName().startsWith(OURS) && seen.add(type)) {
                lookedAt(type).forEach(open::add);
            }
        }
        var missing = new TreeSet<String>();
        seen.stream().filter(type -> !registered.contains(type)).forEach(type -> missing.add(type.getName()));
        assertThat(seen).as("types that are read or written").isNotEmpty();
        assertThat(missing).as("types that no @RegisterForReflection names").isEmpty();
    }

    private static Set<Class<?>> registeredBy(Class<?> type) {
        var registration = type.getAnnotation(RegisterForReflection.class);
        if (registration == null) {
            return Set.of();
        }
        return registration.targets().length == 0 ? Set.of(type) : Set.of(registration.targets());
    }

    /** Where the walk begins. A type that is only held by one of these is found from it. */
    private static Set<Class<?>> onTheWire(JavaClasses classes) {
        var found = new LinkedHashSet<Class<?>>();
        for (var type : classes) {
            var own = type.reflect();
            found.addAll(registeredBy(own));
            if (superTypes(own).anyMatch(ReflectionRules::isAnnotatedForTheWire)) {
                found.add(own);
            }
            type.getReferencedClassObjects().stream()
                    .map(ReferencedClassObject::getRawType)
                    .map(JavaClass::reflect)
                    .filter(ReflectionRules::isData)
                    .forEach(found::add);
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(target -> target.getPackageName().equals(EVENTS))
                    .map(JavaClass::reflect)
                    .filter(ReflectionRules::isData)
                    .forEach(found::add);
            if (type.isAnnotatedWith("jakarta.ws.rs.Path")) {
                Arrays.stream(own.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .flatMap(ReflectionRules::bodies)
                        .filter(ReflectionRules::isData)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<Class<?>> bodies(Method method) {
        return Stream.concat(Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes()))
                .flatMap(ReflectionRules::named);
    }

    private static boolean isData(Class<?> type) {
        return type.isRecord() || (type.isSealed() && type.isInterface());
    }

    private static boolean isAnnotatedForTheWire(Class<?> type) {
        return Stream.<AnnotatedElement>concat(Stream.of(type), members(type))
                .flatMap(element -> Arrays.stream(element.getDeclaredAnnotations()))
                .map(annotation -> annotation.annotationType().getPackageName())
                .anyMatch(name -> name.startsWith("com.fasterxml.jackson.") || name.startsWith("org.bson."));
    }

    private static Stream<AnnotatedElement> members(Class<?> type) {
        var components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return Stream.<AnnotatedElement[]>of(
                        type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors(), components)
                .flatMap(Arrays::stream);
    }

    /** What reading or writing a value of this type looks at beside the type itself. */
    private static Stream<Class<?>> lookedAt(Class<?> type) {
        var found = new LinkedHashSet<Class<?>>();
        var java = MAPPER.constructType(type);
        var writing = MAPPER.getSerializationConfig();
        var reading = MAPPER.getDeserializationConfig();
        seenBy(writing, java, writing.introspect(java), found);
        seenBy(reading, java, reading.introspect(java), found);
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .flatMap(ReflectionRules::named)
                    .forEach(found::add);
        }
        return found.stream();
    }

    private static void seenBy(MapperConfig<?> config, JavaType java, BeanDescription bean, Set<Class<?>> found) {
        var type = bean.getClassInfo();
        superTypes(type.getRawType())
                .flatMap(part -> Stream.of(part, config.findMixInClassFor(part)))
                .filter(Objects::nonNull)
                .forEach(part -> {
                    found.add(part);
                    Arrays.stream(part.getDeclaredAnnotations())
                            .flatMap(ReflectionRules::namedBy)
                            .forEach(found::add);
                });
        config.getSubtypeResolver()
                .collectAndResolveSubtypesByClass(config, type)
                .forEach(subtype -> found.add(subtype.getType()));
        for (BeanPropertyDefinition property : bean.findProperties()) {
            contained(property.getPrimaryType()).forEach(found::add);
            if (property.getPrimaryMember() != null) {
                property.getPrimaryMember()
                        .getAllAnnotations()
                        .annotations()
                        .forEach(annotation -> namedBy(annotation).forEach(found::add));
            }
        }
        contained(java).forEach(found::add);
    }

    private static Stream<Class<?>> superTypes(Class<?> type) {
        return Stream.concat(Stream.of(type), ClassUtil.findRawSuperTypes(type, Object.class, false).stream());
    }

    /** The classes that a Jackson annotation names: of a family's members, of serializers, of resolvers. */
    private static Stream<Class<?>> namedBy(Annotation annotation) {
        if (!annotation.annotationType().getName().startsWith("com.fasterxml.jackson.")) {
            return Stream.empty();
        }
        return Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .map(member -> valueOf(annotation, member))
                .flatMap(ReflectionRules::classesIn);
    }

    private static Stream<Class<?>> classesIn(Object value) {
        if (value instanceof Class<?> named) {
            return Stream.of(named);
        }
        if (value instanceof Annotation nested) {
            return namedBy(nested);
        }
        return value instanceof Object[] several
                ? Arrays.stream(several).flatMap(ReflectionRules::classesIn)
                : Stream.empty();
    }

    private static Object valueOf(Annotation annotation, Method member) {
        try {
            return member.invoke(annotation);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    private static Stream<Class<?>> named(Type type) {
        return contained(TypeFactory.defaultInstance().constructType(type));
    }

    private static Stream<Class<?>> contained(JavaType type) {
        var content = type.getContentType() == null ? Stream.<Class<?>>empty() : contained(type.getContentType());
        var arguments = type.getBindings().getTypeParameters().stream().flatMap(ReflectionRules::contained);
        return Stream.of(Stream.<Class<?>>of(type.getRawClass()), content, arguments)
                .flatMap(part -> part);
    }
}
