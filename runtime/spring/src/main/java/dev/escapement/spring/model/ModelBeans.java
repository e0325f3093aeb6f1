package dev.escapement.spring.model;

import dev.escapement.model.Model;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans of one type from which models are made, for example the chat models of Spring AI. Used by the auto-configuration.
 *
 * @param <T> the type of the beans
 */
public final class ModelBeans<T> {

    private final String description;
    private final Class<T> type;
    private final Function<T, Model> adapter;
    private final ListableBeanFactory beans;
    private final Map<T, Model> models = new ConcurrentHashMap<>();

    /**
     * Creates a view of the beans of a type.
     *
     * @param description the type in messages
     * @param type the type
     * @param adapter returns a model that is backed by a bean
     * @param beans the beans
     */
    public ModelBeans(String description, Class<T> type, Function<T, Model> adapter, ListableBeanFactory beans) {
        this.description = Objects.requireNonNull(description, "description");
        this.type = Objects.requireNonNull(type, "type");
        this.adapter = Objects.requireNonNull(adapter, "adapter");
        this.beans = Objects.requireNonNull(beans, "beans");
    }

    /** Returns the names of all beans of the type, without the targets of scoped proxies. */
    List<String> names() {
        return Stream.of(beans.getBeanNamesForType(type))
                .filter(name -> !ScopedProxyUtils.isScopedTarget(name))
                .toList();
    }

    /** Returns the names of the beans after the description of their type. */
    String describe() {
        return description + ": " + RelaxedNames.list(names());
    }

    /** Returns the model of a bean. */
    Model named(String name) {
        return model(beans.getBean(name, type));
    }

    /** Returns the model of the only or primary bean; empty if there are none or several. */
    Optional<Model> unique() {
        @Nullable T bean = beans.getBeanProvider(type).getIfUnique();
        return Optional.ofNullable(bean).map(this::model);
    }

    private Model model(T bean) {
        return models.computeIfAbsent(bean, adapter);
    }
}
