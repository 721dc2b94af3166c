using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Verifik.Contract.Model;
using Verifik.Runtime;

namespace Verifik.Tests.Contract;

/// <summary>The client of an application's contract, in an assembly of its own, over a wire that is a stub.</summary>
internal sealed class CompiledClient : IDisposable
{
    /// <summary>What these clients are generated as.</summary>
    public static readonly ClientName Name = new("Example", "ExampleClient");

    private readonly AssemblyLoadContext _context = new(Name.Namespace, isCollectible: true);
    private readonly HttpClient _http;
    private readonly Assembly _assembly;
    private readonly object _client;

    public CompiledClient(string source)
    {
        using var assembly = GeneratedCode.Emit(source);
        _http = new HttpClient(Wire) { BaseAddress = new Uri("https://api.example.com") };
        _assembly = _context.LoadFromStream(assembly);
        _client = New(Name.Class, new ApiConnection(_http));
    }

    /// <summary>What the client sends, and what it is answered with.</summary>
    public Stub Wire { get; } = new();

    /// <summary>An object of a generated type.</summary>
    public object New(string type, params object?[] arguments) => Activator.CreateInstance(_assembly.GetType($"{Name.Namespace}.{type}", throwOnError: true)!, arguments)!;

    /// <summary>The method of an operation.</summary>
    public MethodInfo Method(string operation) => _client.GetType().GetMethod(operation + "Async")!;

    /// <summary>Calls an operation, and gives its result if it has one. Arguments that are left out are those that may be.</summary>
    public async Task<object?> CallAsync(string operation, params object?[] arguments)
    {
        var method = Method(operation);
        object?[] all = [.. method.GetParameters().SkipLast(1).Select((parameter, index) => index < arguments.Length ? arguments[index] : Type.Missing), CancellationToken.None];
        var task = (Task)method.Invoke(_client, BindingFlags.OptionalParamBinding | BindingFlags.DoNotWrapExceptions, null, all, null)!;
        await task;
        return task.GetType().GetProperty("Result") is { } result && result.PropertyType.Name != "VoidTaskResult" ? result.GetValue(task) : null;
    }

    public void Dispose()
    {
        _http.Dispose();
        _context.Unload();
    }

    internal sealed class Stub : HttpMessageHandler
    {
        public string Answer { get; set; } = "";

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public string Method { get; private set; } = "";

        public string Address { get; private set; } = "";

        public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

        public string Body { get; private set; } = "";

        public void Reset() => (Status, Answer, Method, Address, Body) = (HttpStatusCode.OK, "", "", "", "");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Method = request.Method.Method;
            Address = request.RequestUri!.AbsoluteUri;
            Headers = request.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString());
            Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(Status) { Content = new StringContent(Answer, Encoding.UTF8, "application/json") };
        }
    }
}
