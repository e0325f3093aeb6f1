package dev.escapement.spring.autoconfigure;

import dev.escapement.content.ContentStore;
import dev.escapement.engine.AgentLoop;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The store of the threads and of their files, if the application has agents and does not define a store. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = AgentAutoConfiguration.class)
@ConditionalOnBean(AgentLoop.class)
@ConditionalOnMissingBean(ThreadStore.class)
@EnableConfigurationProperties(StoreProperties.class)
@Import(JdbcStoreConfiguration.class)
public class StoreAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnStore(StoreType.MEMORY)
    static class MemoryStoreConfiguration {

        @Bean
        InMemoryThreadStore escapementStore() {
            return new InMemoryThreadStore();
        }

        @Bean
        @ConditionalOnMissingBean
        ContentStore escapementContents(InMemoryThreadStore store) {
            return store.contents();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnStore(StoreType.FILE)
    static class FileStoreConfiguration {

        @Bean
        FileThreadStore escapementStore(StoreProperties properties) {
            if (properties.directory() == null || properties.directory().isBlank()) {
                throw SetupFailures.directoryMissing();
            }
            return FileThreadStore.in(Path.of(properties.directory()));
        }

        @Bean
        @ConditionalOnMissingBean
        ContentStore escapementContents(FileThreadStore store) {
            return store.contents();
        }
    }
}
