package dev.anycarrier.http;

import feign.Contract;
import feign.DefaultContract;
import feign.MethodMetadata;
import java.util.List;

/** Feign's reading of one interface, remembered, so that it is parsed once only. Not thread-safe. */
final class RememberingContract implements Contract {

    private final Contract parser = new DefaultContract();
    private List<MethodMetadata> methods = List.of();

    @Override
    public List<MethodMetadata> parseAndValidateMetadata(final Class<?> api) {
        methods = parser.parseAndValidateMetadata(api);
        return methods;
    }

    List<MethodMetadata> methods() {
        return methods;
    }
}
