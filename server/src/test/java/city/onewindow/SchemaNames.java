package city.onewindow;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** Names the schemas of the OpenAPI document; a nested type has its outer type's name before its own: TimelinePart. */
@Component
class SchemaNames extends TypeNameResolver {

    private final Map<String, Set<String>> typesByName = new ConcurrentSkipListMap<>();

    /** The types that were given each name, for what lies in the document under one name must be one type. */
    Map<String, Set<String>> typesByName() {
        return typesByName;
    }

    @Override
    public String nameForType(JavaType type, Set<Options> options) {
        String name = super.nameForType(type, options);
        typesByName
                .computeIfAbsent(name, fresh -> ConcurrentHashMap.newKeySet())
                .add(type.toCanonical());
        return name;
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : getNameOfClass(outer).replaceAll("Api$", "") + type.getSimpleName();
    }
}
