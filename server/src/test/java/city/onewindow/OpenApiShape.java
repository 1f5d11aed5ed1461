package city.onewindow;

import city.onewindow.catalog.Expression;
import city.onewindow.identity.Actor;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** What the OpenAPI document says beyond what Springdoc reads from the controllers: who may call, and what all calls share. */
@Configuration(proxyBeanMethods = false)
class OpenApiShape {

    private static final String SIGN_IN = "basic";
    private static final Pattern ROLE = Pattern.compile("'([A-Z_]+)'");

    private static final String DESCRIPTION = """
            Everything a person can do in a page, a program can do here.

            - Accounts sign in with HTTP Basic; what needs no account says so.
            - Errors are problem+json (RFC 9457), all of a call at once. Each pointer (RFC 6901) starts at the root of the \
            body that was sent; of a parameter, a header or a part of an upload it is / and its name.
            - Every POST that changes something takes an Idempotency-Key: the same key again is answered as the first \
            time and changes nothing.
            - Times have an offset (2026-11-24T15:00:00+08:00), dates none; values of forms are texts.
            - Lists come in pages of `items`, and `next` is handed in as `after` to read on, unless a list says that it is \
            whole.""";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class)
                .addSimpleTypesForParameterObject(MultipartFile.class)
                .replaceWithClass(Expression.class, String.class);
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers, SchemaNames names) {
        return new ModelResolver(mappers.jsonMapper(), names).openapi31(mappers.isOpenapi31());
    }

    /** Names each call after its controller and method, and its callers after the rule that lets them in. */
    @Bean
    OperationCustomizer callersAndNames() {
        return (operation, handler) -> {
            String rule = rule(handler);
            operation.setOperationId(StringUtils.uncapitalize(
                            handler.getBeanType().getSimpleName().replaceAll("Api$", ""))
                    + StringUtils.capitalize(handler.getMethod().getName()));
            operation.setTags(operation.getTags().stream()
                    .map(tag -> tag.replaceAll("-api$", ""))
                    .toList());
            if (rule.equals("permitAll()")) {
                operation.setSecurity(List.of());
            }
            String said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
            operation.setDescription(said + callers(rule));
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer whatAllCallsShare() {
        return document -> {
            document.setServers(null); // A port of the test run.
            document.info(new Info().title("OneWindow 一窗").version("1").description(DESCRIPTION));
            document.getComponents()
                    .addSecuritySchemes(
                            SIGN_IN,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("basic")
                                    .description("Sign-in name and password of an account, with every call."));
            document.addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
            OpenApiAnswers.describe(document);
            OpenApiParameters.describe(document);
        };
    }

    private static String rule(HandlerMethod handler) {
        PreAuthorize own = handler.getMethodAnnotation(PreAuthorize.class);
        PreAuthorize rule = own == null
                ? AnnotatedElementUtils.getMergedAnnotation(handler.getBeanType(), PreAuthorize.class)
                : own;
        return Objects.requireNonNull(rule, () -> handler + " names no callers").value();
    }

    private static String callers(String rule) {
        String roles = ROLE.matcher(rule).results().map(role -> role.group(1)).collect(Collectors.joining(", "));
        return roles.isEmpty()
                ? rule.equals("permitAll()") ? "Needs no account." : "For every account."
                : "For: " + roles + ".";
    }
}
