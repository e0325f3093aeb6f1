package dev.escapement.spring.autoconfigure;

import dev.escapement.spring.SpringTransactions;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.util.ClassUtils;

/** The selection of the transaction manager for the data source of the store. */
final class TransactionManagers {

    private static final String PROPERTY = "escapement.store.transaction-manager";

    private static final String JPA = "org.springframework.orm.jpa.JpaTransactionManager";

    private TransactionManagers() {}

    /**
     * Returns the manager that a property names; otherwise the only or primary manager, unless it manages another data
     * source; otherwise the only one that manages the data source; a new one if the application does not have any.
     *
     * @param name the value of the property, or null
     */
    static PlatformTransactionManager find(ListableBeanFactory beans, @Nullable String name, DataSource source) {
        Class<PlatformTransactionManager> type = PlatformTransactionManager.class;
        PlatformTransactionManager selected = name == null
                ? beans.getBeanProvider(type).getIfUnique()
                : BeanSelector.find(beans, type, PROPERTY, name).orElseThrow();
        if (selected != null && managed(selected).map(target(source)::equals).orElse(true)) {
            return selected;
        }
        List<String> names = List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type));
        if (names.isEmpty()) {
            return new DataSourceTransactionManager(source);
        }
        List<PlatformTransactionManager> matching = names.stream()
                .filter(candidate -> name == null || candidate.equals(name))
                .map(candidate -> beans.getBean(candidate, type))
                .filter(manager -> isOf(manager, source))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        throw selected == null
                ? SetupFailures.ambiguous(PROPERTY, type.getSimpleName(), names)
                : SetupFailures.otherDataSource(PROPERTY, names);
    }

    /** Returns the data source for whose connections a manager has transactions, which can be a proxy of the given one. */
    static DataSource source(PlatformTransactionManager manager, DataSource source) {
        return resource(manager)
                .filter(proxy -> target(proxy).equals(target(source)))
                .orElse(source);
    }

    private static boolean isOf(PlatformTransactionManager manager, DataSource source) {
        return managed(manager).filter(target(source)::equals).isPresent();
    }

    /** Returns the data source of a manager, without proxies; empty if the manager does not report it. */
    private static Optional<DataSource> managed(PlatformTransactionManager manager) {
        return resource(manager).map(TransactionManagers::target);
    }

    private static Optional<DataSource> resource(PlatformTransactionManager manager) {
        if (manager instanceof ResourceTransactionManager resources
                && resources.getResourceFactory() instanceof DataSource source) {
            return Optional.of(source);
        }
        return ClassUtils.isPresent(JPA, TransactionManagers.class.getClassLoader())
                ? JpaManagers.source(manager)
                : Optional.empty();
    }

    /** The managers of JPA, which report the data source of their persistence unit. Not loaded without JPA. */
    private static final class JpaManagers {

        static Optional<DataSource> source(PlatformTransactionManager manager) {
            return manager instanceof JpaTransactionManager jpa
                    ? Optional.ofNullable(jpa.getDataSource())
                    : Optional.empty();
        }
    }

    private static DataSource target(DataSource source) {
        return SpringTransactions.target(source, DelegatingDataSource.class);
    }
}
