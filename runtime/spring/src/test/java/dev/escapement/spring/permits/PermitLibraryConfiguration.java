package dev.escapement.spring.permits;

import dev.escapement.model.ModelReply;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.spring.AgentModels;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The auto-configuration of a library with an agent and with beans that replace those of the starter. Its name follows those
 * of the starter, and it does not declare an order.
 */
@AutoConfiguration
public class PermitLibraryConfiguration {

    @Bean
    WaterDesk waterDesk() {
        return new WaterDesk();
    }

    @Bean
    InMemoryThreadStore libraryStore() {
        return new InMemoryThreadStore();
    }

    @Bean
    AgentModels libraryModels() {
        return loop -> request -> ModelReply.call("c1", "close_office", "{\"remark\":\"done\"}");
    }

    @Bean
    OpenTelemetry libraryTelemetry() {
        return OpenTelemetry.noop();
    }
}
