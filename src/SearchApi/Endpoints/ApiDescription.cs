using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SearchApi.Endpoints;

/// <summary><c>/openapi/v1.json</c>: parameters come from the very tables that the doors read by.</summary>
internal static class ApiDescription
{
    /// <summary>Registers the description.</summary>
    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer(Describe);
            options.AddOperationTransformer(AddParameters);
        });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Ministry archive search",
            Version = "1",
            Description = "Search and grounded answers over a ministry's news archive in Belarusian, Russian and English.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        return Task.CompletedTask;
    }

    private static Task AddParameters(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ParametersMetadata>().LastOrDefault() is { } described)
        {
            operation.Parameters ??= [];
            foreach (var parameter in described.Parameters)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = parameter.Name,
                    In = ParameterLocation.Query,
                    Description = parameter.Meaning,
                    Required = parameter.IsRequired,
                    Explode = parameter.IsRepeatable,
                    Schema = Schema(parameter),
                    Example = parameter.IsRepeatable ? new JsonArray(Example(parameter)) : Example(parameter),
                });
            }
        }

        var example = context.Description.ActionDescriptor.EndpointMetadata.OfType<BodyExampleMetadata>().LastOrDefault();
        if (example is not null && operation.RequestBody?.Content is { } content)
        {
            foreach (var type in content.Values.OfType<OpenApiMediaType>())
            {
                type.Example = JsonNode.Parse(example.Json);
            }
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Schema(QueryParameter parameter)
    {
        var value = new OpenApiSchema
        {
            Type = parameter.Type switch
            {
                "integer" => JsonSchemaType.Integer,
                "boolean" => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Enum = parameter.Values.Count > 0 ? [.. parameter.Values.Select(allowed => JsonValue.Create(allowed))] : null,
        };
        if (parameter.Range is { } range)
        {
            if (parameter.Type == "integer")
            {
                (value.Minimum, value.Maximum) = (range.Least.ToString(System.Globalization.CultureInfo.InvariantCulture), range.Most.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                (value.MinLength, value.MaxLength) = (range.Least, range.Most);
            }
        }

        return parameter.IsRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value;
    }

    private static JsonNode Example(QueryParameter parameter) => parameter.Type switch
    {
        "integer" => JsonValue.Create(int.Parse(parameter.Example, System.Globalization.CultureInfo.InvariantCulture)),
        "boolean" => JsonValue.Create(bool.Parse(parameter.Example)),
        _ => JsonValue.Create(parameter.Example),
    };
}
