package dev.escapement.spring.autoconfigure;

import dev.escapement.content.ContentStore;
import dev.escapement.jdbc.JdbcStoreBuilder;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.jdbc.JdbcTransactions;
import dev.escapement.spring.SpringTransactions;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The store in the database of the data source. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnStore(StoreType.JDBC)
class JdbcStoreConfiguration {

    private static final String SPRING_JDBC = "org.springframework.jdbc.datasource.DataSourceUtils";

    @Bean
    JdbcThreadStore escapementStore(JdbcAccess access, StoreProperties properties) {
        SqliteSettings.verify(access.source(), properties);
        JdbcStoreBuilder builder =
                JdbcThreadStore.of(access.source()).prefix(properties.prefix()).createTables(properties.createTables());
        if (properties.schema() != null) {
            builder.schema(properties.schema());
        }
        access.transactions().ifPresent(builder::transactions);
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw SetupFailures.unsupportedDatabase(e);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    ContentStore escapementContents(JdbcThreadStore store) {
        return store.contents();
    }

    private static DataSource source(ListableBeanFactory beans, StoreProperties properties) {
        return BeanSelector.find(beans, DataSource.class, "escapement.store.data-source", properties.dataSource())
                .orElseThrow(SetupFailures::storeMissing);
    }

    /** The database with the transactions of Spring. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = SPRING_JDBC)
    static class SpringJdbcConfiguration {

        @Bean
        JdbcAccess escapementDatabase(
                ListableBeanFactory beans, StoreProperties properties, ObjectProvider<JdbcTransactions> transactions) {
            DataSource source = SpringTransactions.withoutEnlistment(source(beans, properties));
            JdbcTransactions defined = transactions.getIfAvailable();
            return new JdbcAccess(source, Optional.of(defined == null ? ofSpring(beans, properties, source) : defined));
        }

        private static JdbcTransactions ofSpring(
                ListableBeanFactory beans, StoreProperties properties, DataSource source) {
            PlatformTransactionManager manager =
                    TransactionManagers.find(beans, properties.transactionManager(), source);
            return new SpringTransactions(manager, TransactionManagers.source(manager, source));
        }
    }

    /** The database with the transactions of the store. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass(SPRING_JDBC)
    static class PlainJdbcConfiguration {

        @Bean
        JdbcAccess escapementDatabase(
                ListableBeanFactory beans, StoreProperties properties, ObjectProvider<JdbcTransactions> transactions) {
            return new JdbcAccess(source(beans, properties), Optional.ofNullable(transactions.getIfAvailable()));
        }
    }
}
