package dev.escapement.spring.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.Scope;

/** A scope with the behavior of {@code @RefreshScope} of Spring Cloud: a refresh removes all beans. */
final class RefreshableScope implements Scope, BeanFactoryPostProcessor {

    /** The name of the scope. */
    static final String NAME = "refreshable";

    private final Map<String, Object> beans = new ConcurrentHashMap<>();

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        factory.registerScope(NAME, this);
    }

    /** Removes all beans of the scope. */
    void refresh() {
        beans.clear();
    }

    @Override
    public Object get(String name, ObjectFactory<?> factory) {
        Object existing = beans.get(name);
        if (existing != null) {
            return existing;
        }
        Object created = factory.getObject();
        beans.put(name, created);
        return created;
    }

    @Override
    public @Nullable Object remove(String name) {
        return beans.remove(name);
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback) {}

    @Override
    public @Nullable Object resolveContextualObject(String key) {
        return null;
    }

    @Override
    public @Nullable String getConversationId() {
        return null;
    }
}
