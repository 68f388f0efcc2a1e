{{/* Prints objects that are shared with kustomize (files/), with what they have in common under Helm. */}}
{{- define "natter.print" -}}
{{- $object := .object }}
{{- $labels := dict "app.kubernetes.io/part-of" "natter" "app.kubernetes.io/managed-by" .root.Release.Service "app.kubernetes.io/instance" .root.Release.Name "helm.sh/chart" (printf "%s-%s" .root.Chart.Name .root.Chart.Version) }}
{{- if ne $object.kind "PriorityClass" }}
{{- $_ := set $object.metadata "namespace" .root.Release.Namespace }}
{{- end }}
{{- $_ := set $object.metadata "labels" (merge $labels ($object.metadata.labels | default dict)) }}
---
{{ toYaml $object }}
{{- end }}

{{/* Prints every object of a file, unchanged. */}}
{{- define "natter.file" -}}
{{- $root := .root }}
{{- range splitList "\n---\n" (.root.Files.Get .file) }}
{{- include "natter.print" (dict "root" $root "object" (fromYaml .)) }}
{{ end }}
{{- end }}

{{/* The variables of one service: base's, common ones, its own. */}}
{{- define "natter.config" -}}
{{- $name := .name }}
{{- $values := .root.Values }}
{{- $data := dict }}
{{- range splitList "\n---\n" (.root.Files.Get "files/base.yaml") }}
{{- $object := fromYaml . }}
{{- if and (eq $object.kind "ConfigMap") (eq $object.metadata.name (printf "%s-config" $name)) }}
{{- $data = $object.data }}
{{- end }}
{{- end }}
{{- if ne $name "mail" }}
{{- $_ := set $data "NATTER_PUBLIC_ORIGIN" (required "publicOrigin is missing: where browsers find Natter" $values.publicOrigin) }}
{{- end }}
{{- if eq $name "web" }}
{{- $_ := set $data "NATTER_IMAGES_ORIGIN" (required "imagesOrigin is missing: where browsers put and get images" $values.imagesOrigin) }}
{{- else }}
{{- $_ := set $data "NATTER_RABBITMQ_HOST" (required "rabbitmq.host is missing" $values.rabbitmq.host) }}
{{- $_ := set $data "NATTER_RABBITMQ_PORT" (toString $values.rabbitmq.port) }}
{{- $_ := set $data "NATTER_RABBITMQ_TLS" (toString $values.rabbitmq.tls) }}
{{- end }}
{{- range $key, $value := (index $values $name).config }}
{{- $_ := set $data $key (toString $value) }}
{{- end }}
{{- toYaml $data }}
{{- end }}
