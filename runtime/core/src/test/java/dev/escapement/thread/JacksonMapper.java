package dev.escapement.thread;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.lang.reflect.Type;
import tools.jackson.databind.DefaultTyping;

/** The versions and configurations of Jackson databind that read and write threads and events. */
enum JacksonMapper {
    VERSION_2(with2(JsonMapper.builder())),
    VERSION_2_WITH_PARAMETER_NAMES(with2(JsonMapper.builder().addModule(new ParameterNamesModule()))),
    VERSION_2_WITH_SETTINGS(with2(JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS))),
    VERSION_2_WITH_TYPES(with2(JsonMapper.builder()
            .activateDefaultTyping(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("dev.escapement.")
                            .build(),
                    ObjectMapper.DefaultTyping.NON_FINAL))),
    VERSION_3(with3(tools.jackson.databind.json.JsonMapper.builder())),
    VERSION_3_WITH_SETTINGS(with3(tools.jackson.databind.json.JsonMapper.builder()
            .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY)
                    .withContentInclusion(JsonInclude.Include.NON_EMPTY))
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .enable(tools.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(tools.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS))),
    VERSION_3_WITH_TYPES(with3(tools.jackson.databind.json.JsonMapper.builder()
            .activateDefaultTyping(
                    tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("dev.escapement.")
                            .build(),
                    DefaultTyping.NON_FINAL)));

    /** The operations that both versions have. */
    interface Operations {

        String write(Object value) throws Exception;

        byte[] writeBytes(Object value) throws Exception;

        Object read(String json, Type type) throws Exception;

        Object readBytes(byte[] json, Type type) throws Exception;

        /** Converts a value to a tree of the version's node type, and the tree to a value of a type. */
        Object throughTree(Object value, Type type) throws Exception;

        /** Converts a value to a value of another type. */
        Object convert(Object value, Type type) throws Exception;
    }

    private final Operations operations;

    JacksonMapper(Operations operations) {
        this.operations = operations;
    }

    Operations operations() {
        return operations;
    }

    private static Operations with2(JsonMapper.Builder builder) {
        // Trees of version 2 drop trailing zeros by default.
        JsonMapper mapper = builder.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        return new Operations() {
            @Override
            public String write(Object value) throws Exception {
                return mapper.writeValueAsString(value);
            }

            @Override
            public byte[] writeBytes(Object value) throws Exception {
                return mapper.writeValueAsBytes(value);
            }

            @Override
            public Object read(String json, Type type) throws Exception {
                return mapper.readValue(json, mapper.constructType(type));
            }

            @Override
            public Object readBytes(byte[] json, Type type) throws Exception {
                return mapper.readValue(json, mapper.constructType(type));
            }

            @Override
            public Object throughTree(Object value, Type type) throws Exception {
                JsonNode tree = mapper.valueToTree(value);
                return mapper.readerFor(mapper.constructType(type)).readValue(tree);
            }

            @Override
            public Object convert(Object value, Type type) {
                return mapper.convertValue(value, mapper.constructType(type));
            }
        };
    }

    private static Operations with3(tools.jackson.databind.json.JsonMapper.Builder builder) {
        tools.jackson.databind.json.JsonMapper mapper = builder.build();
        return new Operations() {
            @Override
            public String write(Object value) {
                return mapper.writeValueAsString(value);
            }

            @Override
            public byte[] writeBytes(Object value) {
                return mapper.writeValueAsBytes(value);
            }

            @Override
            public Object read(String json, Type type) {
                return mapper.readValue(json, mapper.constructType(type));
            }

            @Override
            public Object readBytes(byte[] json, Type type) {
                return mapper.readValue(json, mapper.constructType(type));
            }

            @Override
            public Object throughTree(Object value, Type type) {
                tools.jackson.databind.JsonNode tree = mapper.valueToTree(value);
                return mapper.readerFor(mapper.constructType(type)).readValue(tree);
            }

            @Override
            public Object convert(Object value, Type type) {
                return mapper.convertValue(value, mapper.constructType(type));
            }
        };
    }
}
