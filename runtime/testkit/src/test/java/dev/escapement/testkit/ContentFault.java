package dev.escapement.testkit;

import dev.escapement.content.Content;
import dev.escapement.content.ContentException;
import dev.escapement.content.ContentStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A fault of a content store, with tests that fail. */
enum ContentFault {
    SIZE_NOT_CHECKED(
            correct -> new DelegatingContents(correct) {
                private final Map<String, byte[]> bytes = new HashMap<>();

                @Override
                public Content.File put(String mediaType, String name, byte[] given) {
                    Content.File file = super.put(mediaType, name, given);
                    bytes.put(file.sha256(), given.clone());
                    return file;
                }

                @Override
                public byte[] read(Content.File file) {
                    byte[] found = bytes.get(file.sha256());
                    return found == null ? super.read(file) : found.clone();
                }
            },
            "referenceOfOtherSizeIsRefused"),
    ARRAYS_SHARED(
            correct -> new DelegatingContents(correct) {
                private final Map<String, byte[]> bytes = new HashMap<>();

                @Override
                public Content.File put(String mediaType, String name, byte[] given) {
                    Content.File file = super.put(mediaType, name, given);
                    bytes.put(file.sha256(), given);
                    return file;
                }

                @Override
                public byte[] read(Content.File file) {
                    super.read(file);
                    return bytes.get(file.sha256());
                }
            },
            "contentDoesNotFollowArrays"),
    FIRST_PIECE_ONLY(
            correct -> new DelegatingContents(correct) {
                @Override
                public byte[] read(Content.File file) {
                    byte[] all = super.read(file);
                    return Arrays.copyOf(all, Math.min(all.length, 1_048_576));
                }
            },
            "largeContentSurvives"),
    UNKNOWN_IS_EMPTY(
            correct -> new DelegatingContents(correct) {
                @Override
                public byte[] read(Content.File file) {
                    try {
                        return super.read(file);
                    } catch (ContentException unknown) {
                        return new byte[0];
                    }
                }
            },
            "unknownContentIsRefused"),
    NAME_OF_FIRST_PUT(
            correct -> new DelegatingContents(correct) {
                private final Map<String, Content.File> files = new HashMap<>();

                @Override
                public synchronized Content.File put(String mediaType, String name, byte[] given) {
                    Content.File file = super.put(mediaType, name, given);
                    files.putIfAbsent(file.sha256(), file);
                    return files.get(file.sha256());
                }
            },
            "equalContentsShareHash");

    private final UnaryOperator<ContentStore> wrapper;
    private final List<String> failures;

    ContentFault(UnaryOperator<ContentStore> wrapper, String... failures) {
        this.wrapper = wrapper;
        this.failures = List.of(failures);
    }

    ContentStore store() {
        return wrapper.apply(ContentStore.inMemory());
    }

    /** Returns the names of tests that fail. */
    List<String> failures() {
        return failures;
    }

    /** The base class of the stores: delegates all operations to a correct store. */
    private static class DelegatingContents implements ContentStore {

        private final ContentStore correct;

        DelegatingContents(ContentStore correct) {
            this.correct = correct;
        }

        @Override
        public Content.File put(String mediaType, String name, byte[] bytes) {
            return correct.put(mediaType, name, bytes);
        }

        @Override
        public boolean contains(Content.File file) {
            return correct.contains(file);
        }

        @Override
        public byte[] read(Content.File file) {
            return correct.read(file);
        }
    }
}
