package dev.escapement.spring.autoconfigure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/** The selection of one bean of a type: the one that a property names, or the only or primary one. */
final class BeanSelector {

    private BeanSelector() {}

    /**
     * Returns the bean of a type.
     *
     * @param property the name of the property, for failures
     * @param name the value of the property, or null
     * @return the bean; empty if the application does not have any
     */
    static <T> Optional<T> find(ListableBeanFactory beans, Class<T> type, String property, @Nullable String name) {
        if (name != null) {
            if (!beans.containsBean(name) || !beans.isTypeMatch(name, type)) {
                throw SetupFailures.beanMissing(property, name, type.getSimpleName());
            }
            return Optional.of(beans.getBean(name, type));
        }
        String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type);
        if (names.length == 0) {
            return Optional.empty();
        }
        T unique = beans.getBeanProvider(type).getIfUnique();
        if (unique == null) {
            throw SetupFailures.ambiguous(property, type.getSimpleName(), List.of(names));
        }
        return Optional.of(unique);
    }
}
